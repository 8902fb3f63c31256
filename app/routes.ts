import { index, route, type RouteConfig } from '@remix-run/route-config'

/** The site map: every address and the file that answers it. */
export default [
  // public
  index('routes/public/home.tsx'),

  // nominate, and what a nominator comes back to
  route(':edition/nominate', 'routes/nominate/start.tsx'),
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
  route('organise/:edition/people', 'routes/organise/people.tsx'),
  route('organise/:edition/people/invite', 'routes/organise/people-invite.tsx'),
  route('organise/:edition/people/:grant/take-away', 'routes/organise/people-take-away.tsx'),
  route('organise/:edition/nominations', 'routes/organise/nominations.tsx'),
  route('organise/:edition/nominations/:nomination', 'routes/organise/nomination.tsx'),

  // resources
  route('_kit', 'routes/resources/kit.tsx'),
  route('refused/:code', 'routes/resources/refused.tsx'),
  route('*', 'routes/resources/not-found.tsx'),
] satisfies RouteConfig
