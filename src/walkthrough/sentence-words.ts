import { inLanguage } from '../island/language.ts'

const quoted = (names: readonly string[], comma: string) => names.map((name) => `\`${name}\``).join(comma)
const devicesZh = (names: readonly string[]) => `设备 ${quoted(names, '、')}`
const devicesEn = (names: readonly string[]) =>
  `${names.length > 1 ? 'devices' : 'device'} ${quoted(names, ', ')}`

/** The parts of a sentence about a step, in Chinese. Code stands between backticks; `who` is a function in backticks. */
const zh = {
  test: '测试',
  scenario: '场景',
  command: (text: string) => `命令 \`${text}\``,
  more: '另有其他变化。',
  others: (told: readonly string[], rest: number) =>
    `另外，${told.join('；')}${rest > 0 ? `；还有 ${rest} 处变化` : ''}。`,
  and: '，',
  end: '。',
  /** Stands after a word and after a sentence. */
  space: '',

  // The host
  clock: (from: string, to: string) => `把时钟从 ${from} ms 推进到 ${to} ms`,
  boots: (devices: readonly string[]) =>
    devices.length > 0 ? `启动主机，添加${devicesZh(devices)}` : '启动主机，初始命名空间为 `init`',
  newNamespace: (net: string) => `创建命名空间 \`${net}\``,
  namespaceGone: (net: string) => `销毁命名空间 \`${net}\``,
  newDevices: (devices: readonly string[]) => `添加${devicesZh(devices)}`,
  deviceUp: (device: string, up: boolean) => `${up ? '启用' : '停用'}设备 \`${device}\``,
  multipath: (device: string, value: string) => `把设备 \`${device}\` 的 multipath 设为 ${value}`,
  addressAdded: (address: string, device: string) => `把地址 ${address} 添加到 \`${device}\``,
  addressRemoved: (address: string, device: string) => `从 \`${device}\` 删除地址 ${address}`,
  routeFails: (from: string, to: string, error: string) => `使 ${from} 到 ${to} 的路由返回 ${error}`,
  routeWorks: (from: string, to: string) => `恢复 ${from} 到 ${to} 的路由`,

  // The table of local addresses
  localUsed: (slot: string, field: string) => `把本地槽位 ${slot} 标为使用中（\`${field}\`）`,
  localFreed: (slot: string, field: string) => `释放本地槽位 ${slot}（\`${field}\`）`,
  nextSlot: (field: string, slot: string) => `把 \`${field}\` 设为 ${slot}，下次从该槽位开始查找空闲槽位`,
  localWritten: (address: string, slot: string, id: string) =>
    `把 ${address} 写入本地槽位 ${slot}，地址 ID 为 ${id}`,
  localGone: (slot: string) => `释放本地槽位 ${slot} 所在的表`,
  tableFreed: '释放本地地址表',
  localField: (field: string, slot: string, to: string) => `把本地槽位 ${slot} 的 \`${field}\` 改为 ${to}`,
  eventQueued: (event: string) => `把事件 \`${event}\` 加入 \`events\` 链表`,
  eventTaken: (event: string) => `从 \`events\` 链表取下事件 \`${event}\``,
  eventMerged: (from: string, to: string) => `把链表中的事件 \`${from}\` 改为 \`${to}\``,

  // Sessions
  newSession: (session: string) => `新建会话 ${session}`,
  sessionGone: (session: string) => `释放会话 ${session}`,
  lock: (lock: string, session: string, held: boolean) =>
    held ? `获得 ${session} 的 \`${lock}\`` : `释放 ${session} 的 \`${lock}\``,
  owned: (session: string, held: boolean) =>
    held
      ? `锁定 ${session} 的元套接字（\`lock_sock\`）`
      : `解除 ${session} 元套接字的占用（\`release_sock\`）`,
  deferred: (session: string, on: boolean) => `${on ? '设置' : '清除'} ${session} 的延后标志`,
  reference: (what: string, session: string, more: boolean, count: string) =>
    `${more ? '获取' : '释放'} ${session} 的一个${what}引用，计数现为 ${count}`,
  socket: '元套接字',
  control: '控制块',
  pathManager: (session: string, name: string) => `把 ${session} 的路径管理器改为 \`${name}\``,
  dead: (session: string) => `把会话 ${session} 标为已关闭（SOCK_DEAD）`,
  newPrivate: (session: string) => `为 ${session} 分配 \`fullmesh_priv\``,
  privateGone: (session: string) => `释放 ${session} 的 \`fullmesh_priv\``,
  remoteUsed: (slot: string, field: string) => `把远端槽位 ${slot} 标为使用中（\`${field}\`）`,
  remoteFreed: (slot: string, field: string) => `释放远端槽位 ${slot}（\`${field}\`）`,
  remoteWritten: (address: string, slot: string, id: string) =>
    `把对端地址 ${address} 存入远端槽位 ${slot}，地址 ID 为 ${id}`,
  remoteField: (field: string, slot: string, to: string) => `把远端槽位 ${slot} 的 \`${field}\` 改为 ${to}`,
  tried: (from: string, to: string, bit: string, field: string) =>
    `把地址对 ${from} → ${to} 标为已尝试：\`${field}\` 第 ${bit} 位置 1`,
  untried: (from: string, to: string, bit: string, field: string) =>
    `把 \`${field}\` 第 ${bit} 位清零：地址对 ${from} → ${to} 可以再次尝试`,
  retry: (from: string, to: string, bit: string, field: string) =>
    `把地址对 ${from} → ${to} 标为待重试：\`${field}\` 第 ${bit} 位置 1`,
  noRetry: (from: string, to: string, bit: string, field: string) =>
    `把 \`${field}\` 第 ${bit} 位清零：地址对 ${from} → ${to} 不再待重试`,
  addAddr: (session: string, from: string, to: string) =>
    `把 ${session} 待发的 ADD_ADDR 数（\`add_addr\`）从 ${from} 改为 ${to}`,
  removeRequested: (id: string) => `请求发送地址 ID ${id} 的 REMOVE_ADDR（\`remove_addrs\`）`,
  removeDone: (id: string) => `清除地址 ID ${id} 的 REMOVE_ADDR 请求（\`remove_addrs\`）`,
  announced: (slot: string, field: string) => `在 \`${field}\` 中把槽位 ${slot} 标为已通告`,
  unannounced: (slot: string, field: string) => `在 \`${field}\` 中把槽位 ${slot} 标为未通告`,
  firstPair: (session: string, on: boolean) => `把 ${session} 的 \`first_pair\` ${on ? '置为 1' : '清零'}`,
  newSubflow: (name: string, from: string, to: string, state: string) =>
    `添加子流 ${name}：${from} → ${to}，状态 ${state}`,
  unset: (address: string) => `${address}（未写入）`,
  failed: (state: string, call: string) => `${state}，\`${call}()\` 已失败`,
  subflowGone: (name: string) => `从会话删除子流 ${name}`,
  subflowState: (name: string, from: string, to: string) => `把子流 ${name} 的状态从 ${from} 改为 ${to}`,
  fullyEstablished: (name: string) => `把子流 ${name} 标为已完全建立`,
  lowPrio: (name: string, on: boolean) => `把子流 ${name} 改为${on ? '备用' : '普通'}子流`,
  potentiallyFailed: (name: string, on: boolean) =>
    on ? `把子流 ${name} 标为可能失效（\`pf\`）` : `清除子流 ${name} 的 \`pf\` 标志`,

  // The work queue
  queued: (work: string) => `把 \`${work}\` 排入工作队列`,
  taken: (work: string) => `从工作队列取出 \`${work}\``,
  sleeps: (work: string, lock: string) => `使 \`${work}\` 在 \`${lock}\` 上睡眠`,
  wakes: (work: string) => `唤醒 \`${work}\``,
  armed: (work: string, due: string) => `为 \`${work}\` 设定定时器，在 ${due} ms 到期`,
  fired: (work: string) => `处理 \`${work}\` 到期的定时器`,
  cancelled: (work: string) => `取消 \`${work}\` 的定时器`,

  // Anything else
  changes: (what: string, from: string, to: string) => `把 \`${what}\` 从 \`${from}\` 改为 \`${to}\``,
  sends: (segment: string, subflow: string, options: string) =>
    `在 ${subflow} 上发送${segment}${options && `，选项 ${options}`}`,
  segments: { ack: ' ACK', data: '数据' },
  measures: (subflow: string, size: string) => `计算 ${subflow} 下一个报文段的选项长度：${size} 字节`,
  prints: (line: string) => `写入日志 \`${line}\``,
  holds: (condition: string, line: string, isTrue: boolean) =>
    `的条件${condition && ` \`${condition}\` `}为${isTrue ? '真' : '假'}（第 ${line} 行）`,
  returns: (value: string) => `返回 \`${value}\``,
  returnsNothing: '返回',
  calls: (name: string, through: string) => `${through && `经 \`${through}\` `}调用 \`${name}\``,
  runs: (statement: string, line: string) =>
    `执行${statement ? ` \`${statement}\`（第 ${line} 行）` : `第 ${line} 行`}，状态不变`,
  checks: (assertion: string, line: string) => `检查断言 \`${assertion}\`（第 ${line} 行）`,
}

/** The parts of a sentence, in one language. */
export type SentenceWords = typeof zh

const linesEn = (line: string) => `${line.includes('–') ? 'lines' : 'line'} ${line}`

const en: SentenceWords = {
  test: 'the test',
  scenario: 'the scenario',
  command: (text) => `the command \`${text}\``,
  more: 'It has other effects too.',
  others: (told, rest) =>
    `It also ${told.join('; ')}${rest > 0 ? `; and ${rest} more ${rest === 1 ? 'change' : 'changes'}` : ''}.`,
  and: ' and ',
  end: '.',
  space: ' ',

  clock: (from, to) => `moves the clock from ${from} ms to ${to} ms`,
  boots: (devices) =>
    devices.length > 0
      ? `boots a host with the ${devicesEn(devices)}`
      : 'boots a host with the namespace `init`',
  newNamespace: (net) => `creates the namespace \`${net}\``,
  namespaceGone: (net) => `destroys the namespace \`${net}\``,
  newDevices: (devices) => `adds the ${devicesEn(devices)}`,
  deviceUp: (device, up) => `sets the device \`${device}\` ${up ? 'up' : 'down'}`,
  multipath: (device, value) => `sets multipath of \`${device}\` to ${value}`,
  addressAdded: (address, device) => `adds the address ${address} to \`${device}\``,
  addressRemoved: (address, device) => `removes the address ${address} from \`${device}\``,
  routeFails: (from, to, error) => `makes the route from ${from} to ${to} fail with ${error}`,
  routeWorks: (from, to) => `makes the route from ${from} to ${to} work again`,

  localUsed: (slot, field) => `marks local slot ${slot} as used in \`${field}\``,
  localFreed: (slot, field) => `marks local slot ${slot} as free in \`${field}\``,
  nextSlot: (field, slot) => `sets \`${field}\` to ${slot}: the next search for a free slot starts there`,
  localWritten: (address, slot, id) => `writes ${address} to local slot ${slot}, with id ${id}`,
  localGone: (slot) => `frees local slot ${slot} with its table`,
  tableFreed: 'frees the table of local addresses',
  localField: (field, slot, to) => `sets \`${field}\` of local slot ${slot} to ${to}`,
  eventQueued: (event) => `adds \`${event}\` to the list \`events\``,
  eventTaken: (event) => `takes \`${event}\` off the list \`events\``,
  eventMerged: (from, to) => `changes the event \`${from}\` in the list to \`${to}\``,

  newSession: (session) => `creates session ${session}`,
  sessionGone: (session) => `frees session ${session}`,
  lock: (lock, session, held) =>
    held ? `takes \`${lock}\` of ${session}` : `releases \`${lock}\` of ${session}`,
  owned: (session, held) =>
    held
      ? `locks the meta socket of ${session} (\`lock_sock\`)`
      : `releases the meta socket of ${session} (\`release_sock\`)`,
  deferred: (session, on) => `${on ? 'sets' : 'clears'} the deferred flag of ${session}`,
  reference: (what, session, more, count) =>
    `${more ? 'takes' : 'drops'} a reference to the ${what} of ${session}: now ${count}`,
  socket: 'meta socket',
  control: 'control block',
  pathManager: (session, name) => `changes the path manager of ${session} to \`${name}\``,
  dead: (session) => `marks ${session} as closed by the application (SOCK_DEAD)`,
  newPrivate: (session) => `allocates \`fullmesh_priv\` for ${session}`,
  privateGone: (session) => `frees \`fullmesh_priv\` of ${session}`,
  remoteUsed: (slot, field) => `marks remote slot ${slot} as used in \`${field}\``,
  remoteFreed: (slot, field) => `marks remote slot ${slot} as free in \`${field}\``,
  remoteWritten: (address, slot, id) =>
    `saves the peer’s address ${address} in remote slot ${slot}, with id ${id}`,
  remoteField: (field, slot, to) => `sets \`${field}\` of remote slot ${slot} to ${to}`,
  tried: (from, to, bit, field) => `marks the pair ${from} → ${to} as tried: bit ${bit} of \`${field}\``,
  untried: (from, to, bit, field) =>
    `clears bit ${bit} of \`${field}\`: the pair ${from} → ${to} may be tried again`,
  retry: (from, to, bit, field) => `marks the pair ${from} → ${to} to be retried: bit ${bit} of \`${field}\``,
  noRetry: (from, to, bit, field) =>
    `clears bit ${bit} of \`${field}\`: the pair ${from} → ${to} no longer waits for a retry`,
  addAddr: (session, from, to) =>
    `changes the number of ADD_ADDRs that ${session} has to send (\`add_addr\`) from ${from} to ${to}`,
  removeRequested: (id) => `requests a REMOVE_ADDR for id ${id} in \`remove_addrs\``,
  removeDone: (id) => `clears the request for a REMOVE_ADDR for id ${id} in \`remove_addrs\``,
  announced: (slot, field) => `marks slot ${slot} as announced in \`${field}\``,
  unannounced: (slot, field) => `marks slot ${slot} as not announced in \`${field}\``,
  firstPair: (session, on) => `sets \`first_pair\` of ${session} to ${Number(on)}`,
  newSubflow: (name, from, to, state) => `adds subflow ${name}, ${from} → ${to}, in state ${state}`,
  unset: (address) => `${address} (not set)`,
  failed: (state, call) => `${state}: \`${call}()\` has failed`,
  subflowGone: (name) => `removes subflow ${name} from its session`,
  subflowState: (name, from, to) => `changes the state of subflow ${name} from ${from} to ${to}`,
  fullyEstablished: (name) => `marks subflow ${name} as fully established`,
  lowPrio: (name, on) => `makes subflow ${name} a ${on ? 'backup' : 'regular'} subflow`,
  potentiallyFailed: (name, on) =>
    on ? `marks subflow ${name} as potentially failed (\`pf\`)` : `clears \`pf\` of subflow ${name}`,

  queued: (work) => `queues \`${work}\``,
  taken: (work) => `takes \`${work}\` off the work queue`,
  sleeps: (work, lock) => `puts \`${work}\` to sleep on \`${lock}\``,
  wakes: (work) => `wakes \`${work}\``,
  armed: (work, due) => `arms the timer of \`${work}\`, due at ${due} ms`,
  fired: (work) => `handles the timer of \`${work}\`, which is due`,
  cancelled: (work) => `cancels the timer of \`${work}\``,

  changes: (what, from, to) => `changes \`${what}\` from \`${from}\` to \`${to}\``,
  sends: (segment, subflow, options) => `sends ${segment} on ${subflow}${options && ` with ${options}`}`,
  segments: { ack: 'an ACK', data: 'data' },
  measures: (subflow, size) =>
    `computes the size of the options of the next segment on ${subflow}: ${size} bytes`,
  prints: (line) => `adds \`${line}\` to the log`,
  holds: (condition, line, isTrue) =>
    `finds ${condition ? `\`${condition}\`` : 'the condition'} ${isTrue ? 'true' : 'false'} (line ${line})`,
  returns: (value) => `returns \`${value}\``,
  returnsNothing: 'returns',
  calls: (name, through) => `calls \`${name}\`${through && ` through \`${through}\``}`,
  runs: (statement, line) =>
    `runs ${statement ? `\`${statement}\` (${linesEn(line)})` : linesEn(line)}; no state changes`,
  checks: (assertion, line) => `checks the assertion \`${assertion}\` (${linesEn(line)})`,
}

/** Returns the parts of sentences for a language tag such as `zh-Hans` or `en`. */
export function sentenceWords(tag: string): SentenceWords {
  return inLanguage({ zh, en }, tag)
}
