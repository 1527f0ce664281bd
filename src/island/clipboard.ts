/**
 * Writes a text that is being loaded to the clipboard. Safari asks for it while it handles the click.
 *
 * Rejects if the text cannot be loaded, or the browser refuses.
 */
export async function writeToClipboard(text: Promise<string>): Promise<void> {
  if (!('ClipboardItem' in window)) return navigator.clipboard.writeText(await text)
  const type = 'text/plain'
  await navigator.clipboard.write([
    new ClipboardItem({ [type]: text.then((text) => new Blob([text], { type })) }),
  ])
}
