import type { SymbolName } from './symbols.ts'

/** The reasons for which no line of the C file does the same as a statement. */
export const withoutLines = {
  families: {
    en: 'C has no such loop: the lines for IPv4 are followed by those for IPv6.',
    zh: 'C 文件没有这个循环：IPv4 的代码之后是 IPv6 的代码。',
  },
  noPair: {
    en: 'C has no such statement: a pair is handled inside the loops.',
    zh: 'C 文件没有这条语句：地址对在循环内处理。',
  },
  zeroed: {
    en: 'The memory is part of the mpcb, which is zeroed when `mptcp_ctrl.c` allocates it.',
    zh: '该内存是 mpcb 的一部分，由 `mptcp_ctrl.c` 分配并清零。',
  },
} as const

/**
 * Lines of the C file, `152`, `156-158` or `780, 783`. If they depend on the family of the address, those for IPv4 and
 * those for IPv6: `152 | 208`. Without such lines, the reason.
 */
export type CLines = `${number}${string}` | keyof typeof withoutLines

type ByName<Value> = Readonly<Record<string, Value>>

/**
 * The lines of the C file that do the same as a statement of the model, for every statement at which a walk stops: by
 * file, by function, and by the text of the first line of the statement. If several lines of a function have that text,
 * the second is `text #2`.
 *
 * - A condition has the lines of the condition in C, and with a `return` or `continue` on its line also those of the jump.
 *   Where the walk marks the line below an `if` or a `for` too, it has the lines of both.
 * - A loop has the line of its head in C; a loop that the model has in one statement, all lines of the loop.
 * - A call of a function that C has at the place of the call ({@link inlinedIn}) has the lines of that function, unless it
 *   follows a condition on the same line.
 */
export const statementLines: ByName<ByName<ByName<CLines>>> = {
  'fullmesh/add-raddr.ts': {
    fullMeshAddRaddr: {
      'addRaddr(session, address, port, id)': '1237 | 1239',
    },
    addRaddr: {
      'for (const known of remotesOf(session, family)) {': '152 | 208',
      'if (known.id !== id) continue': '156, 166 | 212, 222',
      'if (known.address === address && known.port === port) return': '156-158 | 212-214',
      'if (!isReplaced(known, address)) continue': '166 | 222',
      'known.address = address': '171 | 226',
      'known.port = port': '172 | 227',
      'session.listReceived = true': '173 | 228',
      return: '174 | 229',
      'if (slot === undefined) return': '180, 183 | 235, 238',
      'table.slots[slot] = { address, port, id, bitfield: 0, retryBitfield: 0 }': '189-193 | 244-248',
      'session.listReceived = true #2': '194 | 249',
      'table.bits = withSlot(table.bits, slot)': '195 | 250',
    },
  },
  'fullmesh/addr-event-handler.ts': {
    isHandled: {
      'return (': '1114-1115, 1176-1177, 1201-1202',
    },
    addrEventHandler: {
      'if (differences[familyOf(address)].ignores(changed)) return': '1080-1082 | 1140-1144',
      'addPmEvent(device.namespace, {': '1086-1089, 1101 | 1148-1151, 1163',
    },
    codeFor: {
      "if (event === 'NETDEV_DOWN' || device.noMultipath || !device.up)": '1091-1093 | 1153-1155',
      "return 'DEL'": '1093 | 1155',
      "return event === 'NETDEV_UP' ? 'ADD' : 'MOD'": '1094-1097 | 1156-1159',
    },
  },
  'fullmesh/addr-signal.ts': {
    fullMeshAddrSignal: {
      'if (priv.addAddr > 0) addAddr(session, priv, options, segment)': '1569-1570',
      'if (priv.removeAddrs !== 0) removeAddrs(priv, options, segment)': '1665-1666',
      'session.addrSignal = priv.addAddr > 0 || priv.removeAddrs !== 0': '1680',
    },
    addAddr: {
      'for (const family of FAMILIES) {': 'families',
      'if (!differences[family].isUsedBy(session)) continue': '1575-1576 | 1618-1619',
      'if (slot === undefined) continue': '1580 | 1623',
      'hasAddressLeft = true': '1579 | 1622',
      'if (!fits(options, length)) continue': '1581-1584 | 1624-1627',
      "if (segment !== 'probe') {": '1605 | 1648',
      'priv.announced[family] = withSlot(priv.announced[family], slot)': '1606 | 1649',
      'priv.addAddr--': '1607 | 1650',
      'options.addAddr = { id, address }': '1587-1591 | 1630-1634',
      'options.size += length': '1610-1613 | 1652-1655',
      "if (!hasAddressLeft && segment !== 'probe') priv.addAddr--": '1661-1662',
    },
    removeAddrs: {
      'if (!fits(options, length)) return': '1669-1670',
      'options.removeAddrs = priv.removeAddrs': '1672-1674',
      'options.size += length': '1675',
      "if (segment !== 'probe') priv.removeAddrs = 0": '1676-1677',
    },
    requestAddAddr: {
      'priv.addAddr = (priv.addAddr + 1) & 0xff': '899, 1309, 1425 | 899, 1328, 1469',
      'session.addrSignal = true': '900, 1310, 1426 | 900, 1329, 1470',
    },
  },
  'fullmesh/address-event.ts': {
    addPmEvent: {
      "if (waiting && event.code !== 'DEL') {": '1040-1041',
      'waiting.lowPrio = event.lowPrio': '1049, 1054',
      'waiting.code = event.code': '1050, 1055',
      return: '1051, 1056',
      'if (waiting) fmNs.events.splice(fmNs.events.indexOf(waiting), 1)': '1040, 1042, 1044-1045',
      'if (!allocate(namespace.machine)) return': '1061-1063',
      'fmNs.events.push(event)': '1065',
      'queueWork(namespace.machine, fmNs.addressWorker, EVENT_DELAY)': '1068-1070',
    },
    lookupSimilarEvent: {
      'return events.find(': '1018-1031',
    },
  },
  'fullmesh/address-worker.ts': {
    addressWorker: {
      'for (': '732-734, 737, 740',
      'if (change) applyToSessions(net, change)': '844-845',
    },
    removeFromTable: {
      'if (slot === undefined || !allocate(net.machine)) return undefined': '749, 751, 755-758',
      'fmNs.local = withoutAddress(fmNs.local, familyOf(address), slot)': '761, 765 | 763, 765',
      'return { event, slot }': '838',
    },
    addToTable: {
      'if (slot === undefined) return undefined': '781, 783',
      'if (': '772, 790-792 | 772, 794-796',
      'return undefined': '792 | 796',
      'if (!allocate(net.machine)) return undefined': '800-803',
      'fmNs.local = withAddress(local, slot, { address, lowPrio, ifindex })':
        '806-809, 825, 827-828, 835 | 815-818, 825, 830-831, 835',
      'return {': '787, 838',
    },
  },
  'fullmesh/announce-remove-addr.ts': {
    announceRemoveAddr: {
      'fullmeshGetPriv(session).removeAddrs |= 1 << id': '611',
      'session.addrSignal = true': '612',
      'if (subflow) sendAck(subflow)': '614-615',
    },
  },
  'fullmesh/apply-to-sessions.ts': {
    applyToSessions: {
      'for (const session of [...net.machine.tokens].reverse()) {': '848, 853-854',
      'if (session.namespace !== net || !isUsedBy(session)) continue':
        '859-860, 862, 866, 868 | 859-860, 862, 864-865',
      'if (inInfiniteMapping(session) || session.pathManager !== fullMesh)': '880-882, 885-886',
      'if (session.ownership.held) defer(session)': '888',
      'else applyTo(session, net, event, slot)': '896-998',
    },
    defer: {
      'if (session.deferred) return': '889-890, 893',
      'session.deferred = true': '889-890',
      'session.refs.socket++': '891',
    },
    applyTo: {
      'switch (event.code) {': '896, 909, 973',
      'announceAddition(session)': '899-906',
      'updateAddrBitfields(session, fmGetNs(net).local)': '918-919',
      'announceRemoval(session, event.address, slot)': '922-969',
      'announceChange(session, event)': '976-987 | 976, 991-998',
    },
    announceAddition: {
      'requestAddAddr(session)': '899-900',
      'if (subflow) sendAck(subflow)': '903-904',
      'fullMeshCreateSubflows(session)': '906',
    },
    announceRemoval: {
      'for (const subflow of users) {': '922, 925-931, 933-937 | 922, 925-931, 939-942',
      'reinjectData(subflow)': '948',
      'announceRemoveAddr(session, subflow.localId)': '951',
      'forceClose(subflow)': '953',
      'if (users.length === 0)': '957-958, 966-969',
      'announceRemoveAddr(': '967-969',
    },
    announceChange: {
      'for (const subflow of session.subflows) {': '976',
      'if (getsBackupFlag(subflow, address)) changePriority(subflow, lowPrio)': '979-982 | 991-993',
    },
  },
  'fullmesh/change-priority.ts': {
    changePriority: {
      'if (subflow.lowPrio === lowPrio) return': '983, 1414 | 994, 1458',
      'subflow.sendMpPrio = true': '984, 1415 | 995, 1459',
      'subflow.lowPrio = lowPrio': '985, 1416 | 996, 1460',
      'sendAck(subflow)': '987, 1418 | 998, 1462',
    },
  },
  'fullmesh/create-subflow-worker.ts': {
    createSubflowWorker: {
      'if (!allocate(session.machine)) return': '468, 471-472',
      'yield* lockSession(session)': '481-482',
      'while (canOpenSubflows(session)) {': '484-485, 487-489',
      'openFirstPair(session)': '492-507',
      'if (!pair) {': 'noPair',
      'if (retry) queueRetry(session)': '590',
      'remote.bitfield = withSlot(remote.bitfield, slot)': '523 | 571',
      'if (': '530-531 | 578-579',
      'remote.retryBitfield = withSlot(remote.retryBitfield, slot)': '532 | 580',
      'retry = true': '532 | 580',
      'openExtraSubflows(session, pair.local, remote)': '534-536 | 582-584',
      'yield* yieldSession(session)': '475-482, 537 | 475-482, 585',
      'unlockSession(session)': '599-600',
      'put(session)': '601-602',
    },
    canOpenSubflows: {
      'return !dead && (!master || master.fullyEstablished)': '484-485, 487-489',
    },
    openFirstPair: {
      'if (priv.firstPair || !session.master) return': '492',
      'openExtraSubflows(session, local, {': '501-503, 505',
      'priv.firstPair = true': '507',
    },
    nextFreePair: {
      'for (const family of FAMILIES) {': 'families',
      'for (const remote of remotesOf(session, family)) {': '511 | 559',
      'if (slot !== undefined)': '519-520 | 567-568',
      'return { local: localAt(local, family, slot), slot, remote }': '520 | 568',
      'return undefined': 'noPair',
    },
    queueRetry: {
      'if (work.pending) return': '590',
      'hold(session)': '591-592',
      'queueWork(session.machine, work, RETRY_DELAY)': '593-594',
    },
  },
  'fullmesh/create-subflows.ts': {
    fullMeshCreateSubflows: {
      'if (inInfiniteMapping(session) || session.serverSide || session.dead)': '1361-1363',
      return: '1363',
      'if (session.master && !session.master.fullyEstablished) return': '1365-1367',
      'if (work.pending) return': '1369',
      'hold(session)': '1370-1371',
      'queueWork(session.machine, work)': '1372',
    },
  },
  'fullmesh/delete-subflow.ts': {
    fullMeshDeleteSubflow: {
      'if (!createOnErr(session.machine) || !canHaveNewSubflow(session)) return': '1697-1698, 1700-1701',
      'clearTriedMarks(subflow)': '1709-1724 | 1730-1745',
      "if (subflow.error === 'ETIMEDOUT') fullMeshCreateSubflows(session)": '1754-1755',
    },
    clearTriedMarks: {
      'if (slot === undefined) return': '1712-1713 | 1733-1734',
      'for (const remote of remotesOf(session, networkFamily(subflow))) {': '1715 | 1736',
      'if (!isOther) remote.bitfield = withoutSlot(remote.bitfield, slot)':
        '1718-1719, 1721-1722, 1724 | 1739-1740, 1742-1743, 1745',
    },
  },
  'fullmesh/extra-subflows.ts': {
    openExtraSubflows: {
      'for (let i = 1; i < numSubflows(session.machine); i++)': '331-332 | 342-343',
      'initSubsockets(session, local, remote)': '332 | 343',
    },
  },
  'fullmesh/get-local-id.ts': {
    fullMeshGetLocalId: {
      'return slot === undefined': '1537-1540, 1550 | 1537-1538, 1542-1543, 1550',
    },
  },
  'fullmesh/inet6addr-notifier.ts': {
    inet6AddrEvent: {
      'if (isHandled(event)) addrEventHandler(event, changed)': '1176-1178, 1180',
    },
  },
  'fullmesh/inetaddr-notifier.ts': {
    pmInetaddrEvent: {
      'if (isHandled(event)) addrEventHandler(event, changed)': '1114-1116, 1118',
    },
  },
  'fullmesh/module.ts': {
    fullMeshRegister: {
      'if (error) return error': '1887-1888',
      "error = registerAddressNotifier(machine, 'inetaddr', pmInetaddrEvent)": '1890',
      'if (error) return errRegInetaddr(machine, error)': '1891-1892',
      'error = registerNetdeviceNotifier(machine, netdevEvent)': '1893',
      'if (error) return errRegNetdev(machine, error)': '1894-1895',
      "error = registerAddressNotifier(machine, 'inet6addr', inet6AddrEvent)": '1898',
      'if (error) return errRegInet6addr(machine, error)': '1899-1900',
      'error = registerPathManager(machine, fullMesh)': '1903',
      'if (error) return errRegPm(machine, error)': '1904-1905',
      'return 0': '1908',
    },
    errRegPm: {
      "unregisterAddressNotifier(machine, 'inet6addr', inet6AddrEvent)": '1913',
      'return errRegInet6addr(machine, error)': '1914',
    },
    errRegInet6addr: {
      'unregisterNetdeviceNotifier(machine, netdevEvent)': '1916',
      'return errRegNetdev(machine, error)': '1917',
    },
    errRegNetdev: {
      "unregisterAddressNotifier(machine, 'inetaddr', pmInetaddrEvent)": '1918',
      'return errRegInetaddr(machine, error)': '1919',
    },
    errRegInetaddr: {
      'unregisterPernet(machine, fullMeshNetOps)': '1920',
      'return error': '1921',
    },
    fullMeshUnregister: {
      "unregisterAddressNotifier(machine, 'inet6addr', inet6AddrEvent)": '1927',
      'unregisterNetdeviceNotifier(machine, netdevEvent)': '1929',
      "unregisterAddressNotifier(machine, 'inetaddr', pmInetaddrEvent)": '1930',
      'unregisterPernet(machine, fullMeshNetOps)': '1931',
      'unregisterPathManager(machine, fullMesh)': '1932',
    },
  },
  'fullmesh/net-ops.ts': {
    fmInitNet: {
      'if (!allocate(net.machine)) return -errno.ENOBUFS // for the state': '1799-1801',
      'if (!allocate(net.machine)) return -errno.ENOBUFS // for the table': '1803-1806',
      'if (!createProcFile(net, PROC_FILE)) return -errno.ENOMEM': '1809-1812',
      'net.pathManagerState = fmNs': '1822',
      'return 0': '1824',
    },
    fmExitNet: {
      'cancelWork(net.machine, fmNs.addressWorker)': '1839',
      'fmNs.events.length = 0': '1847-1849',
      'removeProcFile(net, PROC_FILE)': '1855',
    },
  },
  'fullmesh/netdev-notifier.ts': {
    netdevEvent: {
      'if (!isHandled(event)) return': '1201-1203',
      'for (const address of addresses.v4) pmInetaddrEvent(event, address)': '1209-1211',
      'for (const address of addresses.v6) inet6AddrEvent(event, address)': '1219-1220',
    },
  },
  'fullmesh/new-session.ts': {
    fullMeshNewSession: {
      'if (slot === undefined) {': '1279-1280',
      'fallBackToDefault(session)': '1352',
      return: '1353',
      'master.lowPrio = lowPrio': '1283 | 1285',
      'master.sendMpPrio = lowPrio': '1286',
      'addRaddr(session, session.destination, 0, 0)': '1288',
      'setInitAddrBit(session, session.destination, slot)': '1289',
      'priv.subflowWork = new Work(': '1292',
      'priv.subflowRetryWork = new Work(': '1293',
      'requestOtherAddresses(session, local, ifindex)': '1296-1329',
      'priv.announced[family] = withSlot(priv.announced[family], slot)': '1338 | 1340',
      'for (let left = priv.addAddr; left > 0 && priv.addAddr > 0; left--)': '1342-1343',
      'sendAck(master)': '1343',
      'if (master.sendMpPrio) sendAck(master)': '1345-1346',
    },
    findInitialSlot: {
      'return session.transparentDevice === undefined': '1275-1278',
    },
    requestOtherAddresses: {
      'for (const family of FAMILIES) {': 'families',
      'if (!differences[family].isUsedBy(session)) continue': '1296-1297 | 1316-1317',
      'for (const held of localsOf(local, family)) {': '1300 | 1319',
      'if (!isInitial) requestAddAddr(session)': '1304-1307 | 1323-1326',
    },
  },
  'fullmesh/proc-file.ts': {
    fmSeqShow: {
      'for (const family of FAMILIES) {': 'families',
      'lines.push(`IP${family}, next ${family}-index: ${next}`)': '1771 | 1780',
      'for (const slot of slotsIn(bits)) {': '1773 | 1782',
      'lines.push(`${slot}, ${id}, ${Number(lowPrio)}, ${shown}, ${ifindex}`)': '1776-1777 | 1785-1786',
      'return lines': '1790',
    },
  },
  'fullmesh/release-sock.ts': {
    fullMeshReleaseSock: {
      'for (const family of FAMILIES) {': 'families',
      'if (!differences[family].isUsedBy(session)) continue': '1393-1394 | 1438-1439',
      'for (const address of localsOf(local, family))': '1397-1431 | 1441-1475',
      'handleListedAddress(session, address)': '1398-1431 | 1442-1475',
      'closeUnlistedSubflows(session, local)': '1483-1513',
      'updateAddrBitfields(session, local)': '1518',
    },
    handleListedAddress: {
      'for (const subflow of session.subflows) {': '1401 | 1445',
      'if (subflow.source !== address) continue': '1405-1407, 1409-1410 | 1449-1451, 1453-1454',
      'found = true': '1412 | 1456',
      'changePriority(subflow, lowPrio)': '1414-1418 | 1458-1462',
      'if (found) return': '1422 | 1466',
      'requestAddAddr(session)': '1425-1426 | 1469-1470',
      'if (ackSubflow) sendAck(ackSubflow)': '1429-1430 | 1473-1474',
      'fullMeshCreateSubflows(session)': '1431 | 1475',
    },
    closeUnlistedSubflows: {
      'for (const subflow of session.subflows) {': '1483',
      'if (isListed(subflow, local)) continue': '1503',
      'reinjectData(subflow)': '1508',
      'announceRemoveAddr(session, subflow.localId)': '1510-1511',
      'forceClose(subflow)': '1513',
    },
    isListed: {
      'return findAddress(local, source, 0) !== undefined': '1488-1491 | 1495-1498',
    },
  },
  'fullmesh/rem-raddr.ts': {
    fullMeshRemRaddr: {
      'for (const family of FAMILIES) remRaddress(session, family, id)': '1685-1686',
    },
    remRaddress: {
      'if (slot !== undefined) table.bits = withoutSlot(table.bits, slot)': '261, 263 | 276, 278',
    },
  },
  'fullmesh/retry-subflow-worker.ts': {
    retrySubflowWorker: {
      'if (!allocate(session.machine)) return': '366, 369-370',
      'yield* lockSession(session)': '379-380',
      'while (!session.dead) {': '387-388',
      'if (!pair) break': 'noPair',
      'remote.bitfield = withSlot(remote.bitfield, slot)': '397 | 421',
      'remote.retryBitfield = withoutSlot(remote.retryBitfield, slot)': '398 | 422',
      'initSubsockets(session, pair.local, remote)': '404 | 428',
      'openExtraSubflows(session, pair.local, remote)': '405-407 | 429-431',
      'yield* yieldSession(session)': '373-380, 408 | 373-380, 432',
      'unlockSession(session)': '439-440',
      'put(session)': '441-442',
    },
    nextRetry: {
      'for (const family of FAMILIES) {': 'families',
      'for (const remote of remotesOf(session, family)) {': '390 | 413',
      'if (slot !== undefined)': '393-394 | 417-418',
      'return { local: localAt(local, family, slot), slot, remote }': '394 | 418',
      'return undefined': 'noPair',
    },
  },
  'fullmesh/set-init-addr-bit.ts': {
    setInitAddrBit: {
      'for (const remote of remotesOf(session, familyOf(address))) {': '292 | 307',
      'if (remote.address !== address) continue': '293 | 308',
      'remote.bitfield = withSlot(remote.bitfield, slot)': '294 | 309',
      return: '295 | 310',
    },
  },
  'fullmesh/structures.ts': {
    fullmeshGetPriv: {
      'session.pathManagerState ??= zeroed()': 'zeroed',
    },
  },
  'fullmesh/update-addr-bitfields.ts': {
    updateAddrBitfields: {
      'for (const family of FAMILIES) {': 'families',
      'announced[family] &= bits': '629 | 636',
      'for (const remote of remotesOf(session, family)) {': '631 | 638',
      'remote.bitfield &= bits': '632 | 639',
      'remote.retryBitfield &= bits': '633 | 640',
    },
  },
}

/** The functions of C that have the code of a function of the model for which C has no function. */
export const inlinedIn: ByName<readonly SymbolName[]> = {
  'fullmesh/addr-event-handler.ts isHandled': ['mptcp_pm_inetaddr_event', 'inet6_addr_event', 'netdev_event'],
  'fullmesh/addr-event-handler.ts codeFor': ['addr4_event_handler', 'addr6_event_handler'],
  'fullmesh/addr-signal.ts addAddr': ['full_mesh_addr_signal'],
  'fullmesh/addr-signal.ts removeAddrs': ['full_mesh_addr_signal'],
  'fullmesh/addr-signal.ts requestAddAddr': [
    'mptcp_address_worker',
    'full_mesh_new_session',
    'full_mesh_release_sock',
  ],
  'fullmesh/address-worker.ts removeFromTable': ['mptcp_address_worker'],
  'fullmesh/address-worker.ts addToTable': ['mptcp_address_worker'],
  'fullmesh/apply-to-sessions.ts applyToSessions': ['mptcp_address_worker'],
  'fullmesh/apply-to-sessions.ts defer': ['mptcp_address_worker'],
  'fullmesh/apply-to-sessions.ts applyTo': ['mptcp_address_worker'],
  'fullmesh/apply-to-sessions.ts announceAddition': ['mptcp_address_worker'],
  'fullmesh/apply-to-sessions.ts announceRemoval': ['mptcp_address_worker'],
  'fullmesh/apply-to-sessions.ts announceChange': ['mptcp_address_worker'],
  'fullmesh/change-priority.ts changePriority': ['mptcp_address_worker', 'full_mesh_release_sock'],
  'fullmesh/create-subflow-worker.ts canOpenSubflows': ['create_subflow_worker'],
  'fullmesh/create-subflow-worker.ts openFirstPair': ['create_subflow_worker'],
  'fullmesh/create-subflow-worker.ts nextFreePair': ['create_subflow_worker'],
  'fullmesh/create-subflow-worker.ts queueRetry': ['create_subflow_worker'],
  'fullmesh/delete-subflow.ts clearTriedMarks': ['full_mesh_delete_subflow'],
  'fullmesh/module.ts errRegPm': ['full_mesh_register'],
  'fullmesh/module.ts errRegInet6addr': ['full_mesh_register'],
  'fullmesh/module.ts errRegNetdev': ['full_mesh_register'],
  'fullmesh/module.ts errRegInetaddr': ['full_mesh_register'],
  'fullmesh/new-session.ts findInitialSlot': ['full_mesh_new_session'],
  'fullmesh/new-session.ts requestOtherAddresses': ['full_mesh_new_session'],
  'fullmesh/release-sock.ts handleListedAddress': ['full_mesh_release_sock'],
  'fullmesh/release-sock.ts closeUnlistedSubflows': ['full_mesh_release_sock'],
  'fullmesh/release-sock.ts isListed': ['full_mesh_release_sock'],
  'fullmesh/retry-subflow-worker.ts nextRetry': ['retry_subflow_worker'],
}
