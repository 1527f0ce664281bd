/** Reads a pasted text: lines without prompts, colours and time stamps, each with the command that printed it. */

/** The largest text that is read, in bytes of UTF-8. */
export const sizeLimit = 1_000_000

/** What is behind this many characters of a line is not read; the longest line that MPTCP prints has about 1,500. */
const lengthLimit = 4000

/** The part of a line that an answer shows, in characters. */
const shownLimit = 160

/** A line of the text. */
export interface Line {
  /** Counted from 1. */
  number: number
  /** The line as the reader pasted it, as far as an answer shows it. */
  shown: string
  /** What a program printed. A command that the reader entered has none. */
  output: string
  /** The command in this line or in the nearest line above, without a prompt and `sudo`. */
  command: string
  isCommand: boolean
}

/** Returns the size of a text in bytes of UTF-8, or the number of its characters if that is beyond the limit. */
export function sizeOf(text: string): number {
  return text.length > sizeLimit ? text.length : new TextEncoder().encode(text).length
}

/** Splits a text into lines; empty ones are left out. */
export function readLines(text: string): Line[] {
  let command = ''
  return text.split(/\r\n|\n|\r/).flatMap((source, index) => {
    const visible = withoutControls(source.slice(0, lengthLimit))
    if (!visible) return []
    const entered = commandIn(visible)
    command = entered ?? command
    const isCommand = entered !== undefined
    const shown = visible.length > shownLimit ? `${visible.slice(0, shownLimit)}…` : visible
    return { number: index + 1, shown, output: isCommand ? '' : outputIn(visible), command, isCommand }
  })
}

/**
 * Escape sequences of terminals, other control characters, and characters that reverse the direction of text. No
 * alternative can end in two ways, so the time is linear.
 */
const controls =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the pattern is about control characters
  /\u001b\[[0-?]*[ -/]*[@-~]|\u001b\][^\u0007\u001b]*(?:\u0007|\u001b\\)|[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g

function withoutControls(line: string): string {
  return line.replace(controls, '').replace(/\t/g, ' ').trim()
}

/** Signs before a line of a quoted mail. */
const quote = /^(?:[>|] ?){1,8}/

/** Prompts of shells: `user@host:~$ `, `[user@host ~]# `, `$ `. */
const prompt = /^(?:\[[^\]]{1,100}\][$#%] ?|[\w.-]{1,64}@[\w.-]{1,64}[^$#%]{0,100}[$#%] ?|[$%❯➜] )/

/** Commands that readers enter between the outputs. */
const commands =
  /^(?:sudo +(?:-\w+ +)?)?((?:uname|sysctl|ip|ss|dmesg|cat|e?grep|head|tail|nstat|lsmod|modprobe|journalctl|echo|watch|netstat|iperf3?|curl|mptcpize|clear|exit)(?: .*)?)$/

/** Returns the command that the reader entered in this line. */
function commandIn(line: string): string | undefined {
  const text = line.replace(quote, '')
  const hasPrompt = prompt.test(text)
  const rest = hasPrompt ? text.replace(prompt, '') : text.replace(/^# ?/, '')
  const [, command] = commands.exec(rest) ?? []
  return command ?? (hasPrompt && !rest ? '' : undefined)
}

/** What stands before a message of the kernel: its priority, its time, the host. */
const stamps: readonly RegExp[] = [
  /^<\d{1,3}>/,
  /^kern {0,4}:[a-z]{1,8} {0,4}: /,
  /^[^:]{1,40}:\d\d:\d\d\S{0,16} \S{1,64} kernel: /,
  /^\[ {0,8}\d{1,9}\.\d{1,9}\] ?/,
  /^\[[A-Z][a-z]{2} [A-Z][a-z]{2} [ \d:]{10,20}\] ?/,
]

function outputIn(line: string): string {
  let text = line.replace(quote, '').replace(prompt, '')
  for (const stamp of stamps) text = text.replace(stamp, '')
  return text
}
