declare module '@generated/pair/default/control.json' {
  const control: import('../notes/built-element.ts').BuiltElement
  export default control
}
