declare module '@generated/copy-page/control.json' {
  const control: import('../notes/built-element.ts').BuiltElement
  export default control
}
