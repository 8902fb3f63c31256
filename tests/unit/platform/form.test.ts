import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { cleanText, parseForm, readForm } from '#app/platform/form.server.ts'

const schema = z.object({
  name: z.string().min(1, 'Write the name.').max(60, 'Write at most 60 characters.'),
  note: z.string(),
  awards: z.array(z.string()).min(1, 'Choose an award.'),
})

function form(...fields: [string, string | Blob][]): FormData {
  const made = new FormData()
  for (const [name, value] of fields) made.append(name, value)
  return made
}

describe('a posted form', () => {
  test('is read: text trimmed, lists whole, absent fields empty', () => {
    const values = { name: 'Sam', note: '', awards: ['a', 'b'] }
    expect(parseForm(form(['name', ' Sam\t'], ['awards', 'a'], ['awards', 'b']), schema)).toEqual({ ok: true, value: values, values })
  })

  test('may carry the button that was pressed', () => {
    expect(parseForm(form(['name', 'Sam'], ['awards', 'a'], ['intent', 'later']), schema).ok).toBe(true)
  })

  test('says what is missing, field by field', () => {
    expect(parseForm(form(), schema)).toEqual({
      ok: false, values: { name: '', note: '', awards: [] }, errors: { name: 'Write the name.', awards: 'Choose an award.' },
    })
  })

  test('keeps an over-long text for the person to shorten', () => {
    const long = 'x'.repeat(61)
    expect(parseForm(form(['name', long], ['awards', 'a']), schema)).toEqual({
      ok: false, values: { name: long, note: '', awards: ['a'] }, errors: { name: 'Write at most 60 characters.' },
    })
  })

  test('refuses a field that came twice, and keeps the first', () => {
    expect(parseForm(form(['name', 'Sam'], ['name', 'Pat'], ['awards', 'a']), schema)).toEqual({
      ok: false, values: { name: 'Sam', note: '', awards: ['a'] }, errors: { name: 'This answer came twice. Check it and send it once.' },
    })
  })

  test.each(['role', '__proto__', 'constructor', 'toString', 'hasOwnProperty', ''])('refuses a field nobody asked for: "%s"', (name) => {
    const read = parseForm(form(['name', 'Sam'], ['awards', 'a'], [name, 'x']), schema)
    expect(read).toEqual({
      ok: false, values: { name: 'Sam', note: '', awards: ['a'] },
      errors: { form: 'This page sent something we did not ask for. Your answers are below; check them and try again.' },
    })
  })

  test('takes no file for a text', () => {
    expect(parseForm(form(['name', new Blob(['Sam'])], ['awards', 'a']), schema)).toMatchObject({ ok: false, errors: { name: 'Write the name.' } })
  })

  test('never throws, whatever the fields are called and hold, and what it accepts is clean', () => {
    const text = fc.string({ unit: 'binary', maxLength: 80 })
    const name = fc.oneof(fc.constantFrom('name', 'note', 'awards', 'intent', '__proto__'), text)
    fc.assert(
      fc.property(fc.array(fc.tuple(name, text)), (fields) => {
        const read = parseForm(form(...fields), schema)
        for (const one of Object.values(read.values).flat()) expect(cleanText(one)).toBe(one)
        expect(Object.keys(read.values).sort()).toEqual(['awards', 'name', 'note'])
      }),
      { numRuns: 300 },
    )
  })
})

describe('a body that is no form is an error to mend, not a fault', () => {
  const sent: [string, string, string][] = [
    ['JSON', 'application/json', '{"name":"Sam"}'],
    ['text', 'text/plain', 'name=Sam'],
    ['several parts without a boundary', 'multipart/form-data', 'name=Sam'],
    ['several parts cut short', 'multipart/form-data; boundary=x', '--x\r\nContent-Disposition: form-data; name="name"\r\n\r\nSam'],
    ['an unheard-of type', 'a/b; c', 'name=Sam'],
  ]
  test.each(sent)('%s', async (_, type, body) => {
    const request = new Request('http://localhost/', { method: 'POST', headers: { 'Content-Type': type }, body })
    expect(await readForm(request, schema)).toEqual({
      ok: false, values: { name: '', note: '', awards: [] },
      errors: { form: 'We could not read what was sent. Fill in the page and send it again.' },
    })
  })
})

describe('text', () => {
  test.each([
    ['line ends become one kind', 'a\r\nb\rc', 'a\nb\nc'],
    ['tabs and lines within stay', ' a\tb\n\nc ', 'a\tb\n\nc'],
    ['accents are composed', 'cafe\u0301', 'café'],
    ['even with something unseen in between', 'cafe\u0000\u0301', 'café'],
    ['nulls and control characters go', 'a\u0000b\u0007c\u007Fd', 'abcd'],
    ['marks that turn the reading direction go', 'a\u202Eb\u2066c', 'abc'],
    ['half a character becomes a replacement', 'a\uD83Db', 'a\uFFFDb'],
    ['emoji and their joiners stay', '👩‍⚕️ 🇬🇧', '👩‍⚕️ 🇬🇧'],
    ['names keep what belongs to them', 'O’Brien-Łukasz 李', 'O’Brien-Łukasz 李'],
  ])('%s', (_, typed, kept) => {
    expect(cleanText(typed)).toBe(kept)
  })

  test('once clean stays as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (typed) => {
        expect(cleanText(cleanText(typed))).toBe(cleanText(typed))
      }),
      { numRuns: 1000 },
    )
  })
})
