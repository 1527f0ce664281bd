import type { PageElement } from '../../notes/element.ts'
import { generatedModule } from '../../notes/generated.ts'

/** The name of the data of the element. */
export const whichMptcpName = 'which-mptcp'

/** `<WhichMptcp />`: a field that tells from the output of commands which MPTCP a host has. */
export const whichMptcpElement: PageElement = {
  name: 'WhichMptcp',
  usage: '<WhichMptcp />',
  once: () => [whichMptcpName],
  data: () => generatedModule(whichMptcpName, whichMptcpName),
}
