declare module '@generated/offline/control.json' {
  const control: import('../notes/built-element.ts').BuiltElement
  export default control
}
