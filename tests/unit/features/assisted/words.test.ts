import { expect, test } from 'vitest'
import { placeText } from '#app/features/assisted/words.ts'

test.each([
  ['Guildhall\nPlymouth PL1 2AA', '01632 960 123', 'Send it to: Guildhall, Plymouth PL1 2AA.'],
  ['', '01632 960 123', 'To ask where to send it, ring 01632 960 123 or write to awards@host.example.'],
  ['', '', 'To ask where to send it, write to awards@host.example.'],
])('a form on paper says where it goes: %j, %j', (address, phone, said) => expect(placeText({ address, phone, email: 'awards@host.example' })).toBe(said))
