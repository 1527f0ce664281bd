/** What a reader's code may name: the language itself, and the little of the host that does nothing outside. */
export const allowed: ReadonlySet<string> = new Set(
  `Object Function Array Number Boolean String Symbol BigInt Math JSON Date RegExp Promise Proxy Reflect Intl
  Map Set WeakMap WeakSet WeakRef FinalizationRegistry Iterator AsyncIterator
  Error AggregateError EvalError RangeError ReferenceError SyntaxError TypeError URIError SuppressedError
  ArrayBuffer DataView Int8Array Uint8Array Uint8ClampedArray Int16Array Uint16Array Int32Array Uint32Array
  Float16Array Float32Array Float64Array BigInt64Array BigUint64Array
  globalThis undefined NaN Infinity parseInt parseFloat isNaN isFinite
  decodeURI decodeURIComponent encodeURI encodeURIComponent escape unescape
  constructor console setTimeout clearTimeout setInterval clearInterval queueMicrotask structuredClone
  performance TextEncoder TextDecoder AbortController AbortSignal DOMException`.split(/\s+/),
)

/**
 * Takes everything away from the global scope that is not allowed: network, storage, other workers, messages
 * to the page. The policy of the sandbox refuses most of it as well; this makes it not exist.
 *
 * Call it when the code that needs such things has them in variables, and before a reader's code is loaded.
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
