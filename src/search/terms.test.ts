import { expect, test } from 'vitest'
import { runsOf, stemOf, termsOf } from './terms.ts'

test('Chinese text has the terms of every two adjacent characters, whatever the words are', () => {
  expect(termsOf('一段简单')).toContain('段简')
  expect(termsOf('元套接字')).toEqual(['元套', '套接', '接字', '字'])
})

test('a name is found as a whole and by its parts, in C and in TypeScript', () => {
  expect(termsOf('create_subflow_worker')).toEqual(['create_subflow_worker', 'create', 'subflow', 'worker'])
  expect(termsOf('createSubflows')).toEqual(['createsubflows', 'create', 'subflows'])
  expect(termsOf('ADD_ADDR')).toEqual(['add_addr', 'add', 'addr'])
  expect(termsOf('IPv4')).toEqual(['ipv4'])
})

test('Chinese and Latin text beside each other are split without a space', () => {
  expect(runsOf('发送ADD_ADDR选项').map(({ text }) => text)).toEqual(['发送', 'add_addr', '选项'])
})

test('forms of an English word share a stem, and short words stay as they are', () => {
  expect(['retries', 'retried', 'retry'].map(stemOf)).toEqual(['retr', 'retr', 'retr'])
  expect(stemOf('ids')).toBe('ids')
})

test('a word with a hyphen is found without it', () => {
  expect(termsOf('Wi-Fi 链路')).toEqual(['wi', 'fi', '链路', '路', 'wifi'])
})
