/** What `plugin.ts` makes. */
declare module '@generated/file-map/default/file-map.json' {
  const built: import('../notes/built-element.ts').BuiltElement
  export default built
}
