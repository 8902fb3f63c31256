import { index, route, type RouteConfig } from '@remix-run/route-config'

/** The site map: every address and the file that answers it. */
export default [
  // public
  index('routes/public/home.tsx'),
  route('help', 'routes/public/help.tsx'),
  route('privacy', 'routes/public/privacy.tsx'),
  route('accessibility', 'routes/public/accessibility.tsx'),
  route('cookies', 'routes/public/cookies.tsx'),
  route(':edition', 'routes/public/edition.tsx'),
  route(':edition/categories', 'routes/public/categories.tsx'),
  route(':edition/categories/:category', 'routes/public/category.tsx'),
  route(':edition/how-we-judge', 'routes/public/how-we-judge.tsx'),

  // nominate, and what a nominator comes back to
  route(':edition/nominate', 'routes/nominate/start.tsx'),
  route('nominate', 'routes/nominate/here.ts'),
  route('nominate/code', 'routes/nominate/code.tsx'),
  route('nominate/clear', 'routes/nominate/clear.ts'),
  route('nominate/link/:token', 'routes/nominate/link.tsx'),
  route('nominate/:draft', 'routes/nominate/draft.ts'),
  route('nominate/:draft/check', 'routes/nominate/check.tsx'),
  route('nominate/:draft/sent', 'routes/nominate/sent.tsx'),
  route('nominate/:draft/withdraw', 'routes/nominate/withdraw.tsx'),
  route('nominate/:draft/later', 'routes/nominate/later.tsx'),
  route('nominate/:draft/:step', 'routes/nominate/step.tsx'),
  route('nomination/:token', 'routes/nominate/status.tsx'),

  // account
  route('sign-in', 'routes/account/sign-in.tsx'),
  route('sign-in/code', 'routes/account/code.tsx'),
  route('sign-in/link/:token', 'routes/account/link.tsx'),
  route('sign-out', 'routes/account/sign-out.tsx'),
  route('account', 'routes/account/account.tsx'),
  route('demo/:token', 'routes/account/demo.tsx'),

  // organise
  route('organise', 'routes/organise/editions.tsx'),
  route('organise/new', 'routes/organise/new-edition.tsx'),
  route('organise/:edition', 'routes/organise/edition.tsx'),
  route('organise/:edition/open', 'routes/organise/open.tsx'),
  route('organise/:edition/close', 'routes/organise/close.tsx'),
  route('organise/:edition/reopen', 'routes/organise/reopen.tsx'),
  route('organise/:edition/return', 'routes/organise/return.tsx'),
  route('organise/:edition/settings', 'routes/organise/settings.tsx'),
  route('organise/:edition/settings/current', 'routes/organise/current.tsx'),
  route('organise/:edition/settings/:section', 'routes/organise/setting.tsx'),
  route('organise/:edition/categories', 'routes/organise/categories.tsx'),
  route('organise/:edition/categories/:category', 'routes/organise/category.tsx'),
  route('organise/:edition/people', 'routes/organise/people.tsx'),
  route('organise/:edition/people/invite', 'routes/organise/people-invite.tsx'),
  route('organise/:edition/people/:grant/take-away', 'routes/organise/people-take-away.tsx'),
  route('organise/:edition/nominations', 'routes/organise/nominations.tsx'),
  route('organise/:edition/nominations/:nomination', 'routes/organise/nomination.tsx'),
  route('organise/:edition/outbox', 'routes/organise/outbox.tsx'),
  route('organise/:edition/outbox/:message', 'routes/organise/outbox-message.tsx'),
  route('organise/:edition/outbox/:message/edit', 'routes/organise/outbox-edit.tsx'),
  route('organise/:edition/audit', 'routes/organise/audit.tsx'),

  // resources
  route('_kit', 'routes/resources/kit.tsx'),
  route('refused/:code', 'routes/resources/refused.tsx'),
  route('*', 'routes/resources/not-found.tsx'),
] satisfies RouteConfig
