/**
 * Returns the call of `__define` that defines the module `id` when a script is run. Every line of `code` keeps its
 * number. The second argument of the call makes an `Error` whose stack names the script and the line of the call. It is a
 * function, since making a stack is slow. The parentheses around the module's function make the browser compile it at
 * once, not only when it is called.
 *
 * @param code CommonJS
 */
export function defined(id: string, code: string): string {
  return `__define(${JSON.stringify(id)},()=>Error(),(function(require,exports,module){${code}\n}))\n`
}
