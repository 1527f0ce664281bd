import { type CSymbol, type SymbolName, symbols } from '../examples/reference/symbols.ts'

/** Returns the id of a symbol of the C file on the page of symbols: `fullmesh_rem4.port` for `struct fullmesh_rem4.port`. */
export function symbolId(name: SymbolName): string {
  return name === '(anonymous enum of event codes)' ? 'event-codes' : name.replace(/^struct |\(.*$/g, '')
}

/** Names that a text uses for symbols with other names. The op `release_sock` is not among them: a function of the kernel has its name. */
const others: Readonly<Record<string, SymbolName>> = {
  new_session: 'full_mesh_new_session',
  fully_established: 'full_mesh_create_subflows',
  new_remote_address: 'full_mesh_create_subflows',
  get_local_id: 'full_mesh_get_local_id',
  addr_signal: 'full_mesh_addr_signal',
  add_raddr: 'full_mesh_add_raddr',
  rem_raddr: 'full_mesh_rem_raddr',
  delete_subflow: 'full_mesh_delete_subflow',
}

/** Names of fields that are ordinary words: a text that means the field says `fullmesh_rem4.port`. */
const words = ['addr', 'code', 'events', 'family', 'list', 'local', 'mpcb', 'net', 'port', 'rcu']

const symbolByName = new Map<string, SymbolName>(Object.entries(others))
for (const { name, kind } of symbols as readonly (CSymbol & { name: SymbolName })[]) {
  const id = symbolId(name)
  symbolByName.set(id, name)
  const field = id.slice(id.indexOf('.') + 1)
  // A field of twins is that of the first.
  if (kind === 'field' && !words.includes(field) && !symbolByName.has(field)) symbolByName.set(field, name)
}

/**
 * Returns the symbol of the C file that a piece of code names: `add_pm_event()`, `struct fullmesh_rem4`,
 * `retry_bitfield`, `create_on_err=1`, the op `new_session`; undefined if it names none.
 */
export function symbolNamed(code: string): SymbolName | undefined {
  return symbolByName.get(code.replace(/^struct |\(\)$|=\d+$/g, ''))
}

/**
 * Returns the address of the entry of the symbol that a piece of code names; undefined if it names none.
 *
 * @param base the address of the site in a language: `/en/`
 */
export function symbolAddress(code: string, base: string): string | undefined {
  const name = symbolNamed(code)
  return name && `${base}reference/symbols/#${symbolId(name)}`
}
