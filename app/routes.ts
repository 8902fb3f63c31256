import { index, route, type RouteConfig } from '@remix-run/route-config'

/** The site map: every address and the file that answers it. */
export default [
  // public
  index('routes/public/home.tsx'),

  // nominate, and what a nominator comes back to

  // account

  // organise

  // resources
  route('_kit', 'routes/resources/kit.tsx'),
  route('refused/:code', 'routes/resources/refused.tsx'),
  route('*', 'routes/resources/not-found.tsx'),
] satisfies RouteConfig
