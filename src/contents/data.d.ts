declare module '@generated/contents/contents.json' {
  /** The address of the module that fills the groups. */
  export const island: string
}
