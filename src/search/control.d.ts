declare module '@generated/search/control.json' {
  const control: import('../notes/built-element.ts').BuiltElement
  export default control
}
