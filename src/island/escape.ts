/** Makes `text` safe in HTML, between tags and inside a quoted attribute. */
export function escapeHtml(text: unknown): string {
  return String(text).replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`)
}
