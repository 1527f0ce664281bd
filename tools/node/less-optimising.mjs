// node --import ./tools/node/less-optimising.mjs …: for programs that end after some seconds. V8 compiles a function for
// speed when it has run four times as long as by default: a build takes a sixth less of the processors. A version of V8
// without this setting says so, and goes on.
import { setFlagsFromString } from 'node:v8'

setFlagsFromString('--interrupt-budget=528000')
