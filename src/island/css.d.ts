/** The text of a style sheet, which the bundle of the page includes. */
declare module '*.css' {
  const text: string
  export default text
}
