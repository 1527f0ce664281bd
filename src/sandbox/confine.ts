/** The globals that a reader's code may use: the language, and functions of the host without effects outside. */
export const allowed: ReadonlySet<string> = new Set(
  `Object Function Array Number Boolean String Symbol BigInt Math JSON Date RegExp Promise Proxy Reflect Intl
  Map Set WeakMap WeakSet WeakRef FinalizationRegistry Iterator AsyncIterator
  Error AggregateError EvalError RangeError ReferenceError SyntaxError TypeError URIError SuppressedError
  ArrayBuffer DataView Int8Array Uint8Array Uint8ClampedArray Int16Array Uint16Array Int32Array Uint32Array
  Float16Array Float32Array Float64Array BigInt64Array BigUint64Array
  globalThis undefined NaN Infinity parseInt parseFloat isNaN isFinite
  decodeURI decodeURIComponent encodeURI encodeURIComponent escape unescape
  constructor console setTimeout clearTimeout setInterval clearInterval queueMicrotask structuredClone
  performance TextEncoder TextDecoder Event EventTarget AbortController AbortSignal DOMException`.split(
    /\s+/,
  ),
)

/**
 * Removes from the global scope whatever is not allowed: network, storage, other workers, messages to the page. The
 * policy of the sandbox refuses most of these as well.
 *
 * Call it after the runner has saved in variables what it needs of them, and before a reader's code is loaded.
 */
export function confine(): void {
  for (
    let scope: object = globalThis;
    scope && scope !== Object.prototype && !Object.hasOwn(scope, 'addEventListener'); // the methods of EventTarget, which AbortSignal needs
    scope = Object.getPrototypeOf(scope)
  ) {
    for (const name of Object.getOwnPropertyNames(scope)) {
      if (!allowed.has(name)) Reflect.deleteProperty(scope, name)
    }
  }
}
