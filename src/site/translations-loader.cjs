const { existsSync } = require('node:fs')
const { join, relative } = require('node:path')

/**
 * A loader of the bundler. It tells it that a page depends on the same page in other languages: the notices on it say
 * what has changed there. So the bundler, which keeps compiled pages for the next build, compiles it again when they have.
 *
 * `folders` are those of the pages in all languages.
 */
module.exports = function (source) {
  const { folders } = this.getOptions()
  const own = folders.find((folder) => this.resourcePath.startsWith(folder)) ?? ''
  for (const folder of folders) {
    const file = join(folder, relative(own, this.resourcePath))
    if (existsSync(file)) this.addDependency(file)
    else this.addMissingDependency(file)
  }
  return source
}
