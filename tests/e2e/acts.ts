import { expect, type Page } from 'playwright/test'
import type { Edition } from '#app/domain/edition.ts'
import { valueOf } from '#app/domain/result.ts'
import { createEditionFromTemplate, openNominations } from '#app/features/editions/commands.server.ts'
import { getEditionById } from '#app/features/editions/queries.server.ts'
import { changeSettings } from '#app/features/editions/settings.commands.server.ts'
import { createAccount, grantRole } from '#app/features/people/commands.server.ts'
import { inTransaction } from '#app/platform/context.server.ts'
import type { Role } from '#db/vocabulary.ts'
import { makeCtx } from '#tests/factories/index.ts'
import type { FakeResend, ReceivedEmail } from '#tests/setup/resend.ts'
import type { Served } from '#tests/setup/serve.ts'

/** What people do in more than one journey. */

/** An edition made from the template and opened, by the product's own commands. */
export async function openAwards({ db }: Served, asked: { slug: string; current?: boolean; rehearsal?: boolean } = { slug: '2027', current: true }): Promise<Edition> {
  const ctx = makeCtx(db)
  const { id } = valueOf(await createEditionFromTemplate(ctx, asked))
  const made = await getEditionById(ctx, id)
  const host = { ...made.settings.host, phone: '01632 960 123' }
  valueOf(await changeSettings(ctx, made, { ceremony_place: 'The Guildhall, Plymouth', host }))
  valueOf(await openNominations(ctx, await getEditionById(ctx, id)))
  return getEditionById(ctx, id)
}

export interface Person {
  name: string
  email: string
}

/** Somebody with a role, in the edition where there is one. */
export async function addPerson({ db }: Served, person: Person, role: Role, edition?: Edition): Promise<void> {
  await inTransaction(makeCtx(db), async (trx) => valueOf(await grantRole(trx, (await createAccount(trx, person)).id, role, edition)))
}

/** The app, and where its mail arrives. */
export interface Post {
  app: Served
  mail: FakeResend
}

/** Asks for a way in on the sign-in page; the message that came. */
export async function askToSignIn(page: Page, { app, mail }: Post, { email }: Person) {
  await page.goto('/sign-in')
  await page.getByLabel('Email address').fill(email)
  await press(page, 'Send me a code')
  await expectHeading(page, 'Check your email')
  await app.work()
  const letter = mail.mailTo(email).findLast(({ subject }) => subject.startsWith('Sign in to'))
  if (!letter) throw new Error(`${email} got no message`)
  return letter
}

export async function signInByCode(page: Page, post: Post, person: Person): Promise<void> {
  const letter = await askToSignIn(page, post, person)
  await page.getByLabel('The code from our message').fill(codeIn(letter))
  await press(page, 'Sign in')
}

export const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
export const follow = (page: Page, name: string) => page.getByRole('link', { name, exact: true }).first().click()

export async function expectHeading(page: Page, name: string | RegExp): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name)
}

/** What one nominator says of one nominee, as they choose and type it. */
export interface Word {
  /** they are one person, unless it says what else */
  kind?: 'A team' | 'A service'
  name: string
  employer: string
  job: string
  /** how to reach them */
  reach?: string
  award: string
  sentence: string
  difference: string
  change: string
  own: string
  relationship: string
  nominator: string
  email: string
}

/** A good word, as short as it may be. */
export const goodWord: Word = {
  name: 'Asha Pillai', employer: 'Harbour Home Care', job: 'Care assistant', award: 'Home Care Worker',
  sentence: 'Asha makes every morning a good one.',
  difference: 'When the snow came she walked two miles, so that nobody on her round went without breakfast.',
  change: 'My mother eats again. She says so herself.',
  own: 'She asks first, and waits for the answer.',
  relationship: 'I am a relative or friend of someone they support, or supported',
  nominator: 'Nell Tremain', email: 'nell@people.example',
}

/** From the first page of the form to the check, page by page. */
export async function fillNomination(page: Page, word = goodWord): Promise<void> {
  await fillPages(page, word)
  await fillYou(page, word)
}

/** The same from the second page on. */
export async function fillFromWork(page: Page, word = goodWord): Promise<void> {
  await fillFromWorkToKnow(page, word)
  await fillYou(page, word)
}

/** All that is said of the nominee, from the first page on. */
export async function fillPages(page: Page, word = goodWord): Promise<void> {
  await page.getByLabel(word.kind ?? 'One person').check()
  await page.getByLabel('Their name').fill(word.name)
  await press(page, 'Continue')
  await fillFromWorkToKnow(page, word)
}

async function fillFromWorkToKnow(page: Page, word: Word): Promise<void> {
  await page.getByLabel('The home, agency, hospital or service').fill(word.employer)
  if (!word.kind) await page.getByLabel('Their job').fill(word.job)
  await page.getByLabel('How we can reach them').fill(word.reach ?? '')
  await press(page, 'Continue')
  await page.getByLabel(word.award).check()
  await press(page, 'Continue')
  for (const answer of [word.sentence, word.difference, word.change, word.own]) {
    await page.getByRole('textbox').fill(answer)
    await press(page, 'Continue')
  }
  await page.getByLabel(word.relationship).check()
  await page.getByLabel('Yes, you may give my name').check()
  await press(page, 'Continue')
}

async function fillYou(page: Page, word: Word): Promise<void> {
  await page.getByLabel('Your name').fill(word.nominator)
  await page.getByLabel('Your email address').fill(word.email)
  await press(page, 'Continue')
  await expectHeading(page, 'Check your answers')
}

/** The newest message that came to an address. */
export function newestTo({ mail }: Pick<Post, 'mail'>, address: string): ReceivedEmail {
  const letter = mail.mailTo(address).at(-1)
  if (!letter) throw new Error(`${address} got no message`)
  return letter
}

export function linkIn({ text }: ReceivedEmail): string {
  return /https?:\/\/\S+/.exec(text)?.[0] ?? ''
}

export function codeIn({ text }: ReceivedEmail): string {
  return /\b\d{6}\b/.exec(text)?.[0] ?? ''
}

/** A reference as we write it, such as `K7H4-X29R`. */
export async function referenceOn(page: Page): Promise<string> {
  const panel = await page.getByText('Your reference').innerText()
  return panel.split('\n').at(-1)?.trim() ?? ''
}
