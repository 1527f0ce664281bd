/** What the build makes for the buttons at headings: `src/improve/build/plugin.ts`. */
declare module '@generated/improve/improve.json' {
  /** The address of their module. */
  export const island: string
  export const label: string
}
