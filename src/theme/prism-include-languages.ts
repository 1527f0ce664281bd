/** Prism is not used: code is highlighted at build time. */
export default function prismIncludeLanguages(): void {}
