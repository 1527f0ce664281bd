import { runCommand } from './run.ts'
import { createWorld, type World } from './world.ts'

/** A world in which these commands have run. */
export function worldAfter(...commands: string[]): World {
  const world = createWorld()
  for (const command of commands) runCommand(world, command)
  return world
}

/** Runs these commands. @returns the output of the last one */
export function lastOutput(...commands: string[]): string[] {
  return runCommand(worldAfter(...commands.slice(0, -1)), commands.at(-1) ?? '')
}

/** Runs an invalid command. @returns its error message */
export function errorOf(world: World, command: string): string {
  const [first = '', ...more] = runCommand(world, command)
  if (more.length > 0 || !first.startsWith('error: ')) throw new Error(`"${command}" is valid: ${first}`)
  return first.slice('error: '.length)
}

/** The commands that make a host with 10.0.1.1 on eth0, 10.0.2.1 on wlan0, and an established session c1. */
export const establishedSession = [
  'insmod',
  'link add eth0',
  'addr add 10.0.1.1 dev eth0',
  'link add wlan0',
  'addr add 10.0.2.1 dev wlan0',
  'advance 500',
  'connect c1 10.0.1.1:4000 10.9.1.1:80',
  'established c1',
]
