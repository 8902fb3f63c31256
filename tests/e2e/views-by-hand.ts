import { assisted, organised, type View } from '#tests/e2e/views.ts'

/** Nominations that did not come by the web form: entered for somebody, and taken in from files. */
export const byHand: View[] = [
  assisted('/enter', 'with a call that broke off', '/enter', { form: 'empty' }),
  assisted('/enter', 'a reference of nothing', '/enter?reference=K7H4-X29R'),
  assisted('/enter/:draft/read-back', 'before it is sent', ({ byHand }) => `/enter/${byHand.begun}/read-back`),
  assisted('/enter/:draft/:part', 'who', ({ byHand }) => `/enter/${byHand.begun}/who`, { form: 'both' }),
  assisted('/enter/:draft/:part', 'their story', ({ byHand }) => `/enter/${byHand.begun}/story`, { form: 'both' }),
  assisted('/nominations/:nomination/receipt', 'a letter to post', ({ byHand }) => `/nominations/${byHand.sent}/receipt`),
  assisted('/nominations/:nomination/receipt', 'of what came online', ({ sent }) => `/nominations/${sent.live.id}/receipt?done=given`),
  assisted('/nominations/:nomination/help', 'on the telephone', ({ byHand }) => `/nominations/${byHand.sent}/help`),
  assisted('/nominations/:nomination/help', 'withdrawn', ({ sent }) => `/nominations/${sent.withdrawn.id}/help?done=withdrawn`),
  assisted('/nominations/:nomination/withdraw', 'before it', ({ byHand }) => `/nominations/${byHand.sent}/withdraw`),
  organised('/imports', 'with files', '/imports', { form: 'empty' }),
  organised('/imports/:import', 'checked', ({ byHand }) => `/imports/${byHand.checked}`),
  organised('/imports/:import', 'what cannot be taken in', ({ byHand }) => `/imports/${byHand.checked}?show=error`),
  organised('/imports/:import', 'taken in', ({ byHand }) => `/imports/${byHand.taken}`),
  organised('/imports/:import/undo', 'before it', ({ byHand }) => `/imports/${byHand.taken}/undo`),
  organised('/imports/:import/columns', 'matched', ({ byHand }) => `/imports/${byHand.checked}/columns`),
]
