/**
 * Shows a message at the foot of the window until the next click, as `first-action/inline.ts` does.
 *
 * @param textContent by default, that a file cannot be loaded
 */
export function showAlert(textContent = document.querySelector<HTMLElement>('.skip')?.dataset.lost): void {
  document.querySelector('.lost')?.remove()
  document.body.append(
    Object.assign(document.createElement('p'), { className: 'lost', role: 'alert', textContent }),
  )
}
