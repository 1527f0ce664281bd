import { expect, test } from 'vitest'
import { parseNumber, Words } from './command-words.ts'

test('a command is words with white space between them, taken one after the other', () => {
  const words = new Words('  link add\teth0 ')

  expect([words.take(), words.take(), words.take(), words.take()]).toEqual(['link', 'add', 'eth0', undefined])
})

test('a word that has to be there is missed by what it should have been', () => {
  const words = new Words('link add')
  words.need('a verb')
  words.need('another')

  expect(() => words.need('the name of a device')).toThrow('"link add" lacks the name of a device')
})

test('a word that is none of the choices is answered with the choices', () => {
  const words = new Words('sideways')

  expect(() => words.oneOf(['up', 'down'])).toThrow('"sideways" in "sideways" is not one of up, down')
  expect(() => words.oneOf(['up', 'down'])).toThrow('"sideways" lacks one of up, down')
})

test('a word too much is named', () => {
  const words = new Words('insmod now')
  words.take()

  expect(() => words.end()).toThrow('"now" is too much in "insmod now"')
})

test('a number is written in digits, and has a greatest value', () => {
  expect(parseNumber('0', 'a number of milliseconds')).toBe(0)
  expect(parseNumber('9007199254740991', 'a number of milliseconds')).toBe(Number.MAX_SAFE_INTEGER)
  for (const wrong of ['-1', '+1', '1.5', '1e3', '0x10', '', 'soon', '9007199254740992', '9'.repeat(400)]) {
    expect(() => parseNumber(wrong, 'a number of milliseconds'), wrong).toThrow(
      `"${wrong}" is not a number of milliseconds: expected a whole number from 0 to 9007199254740991`,
    )
  }
  expect(() => parseNumber('256', 'an address id', 255)).toThrow(
    '"256" is not an address id: expected a whole number from 0 to 255',
  )
})

test('the rest of a command can be taken at once', () => {
  const words = new Words('rx  c1   remove_addr 1 2')
  words.take()

  expect(words.rest()).toEqual(['c1', 'remove_addr', '1', '2'])
  expect(words.take()).toBeUndefined()
})

test('a command is at most a thousand characters long', () => {
  expect(new Words('x'.repeat(1000)).take()).toHaveLength(1000)
  expect(() => new Words('x'.repeat(1001))).toThrow('a command of 1001 characters: expected 1000 at most')
})
