// node --import ./tools/node/typescript.mjs tools/<program>.ts
import './less-optimising.mjs'
import { register } from 'node:module'

register('./typescript-hook.mjs', import.meta.url)
