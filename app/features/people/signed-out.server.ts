import { seeOther } from '#app/platform/respond.server.ts'

/** After signing out, nothing that was seen stays with the browser: Back shows no page of it. */
export function signedOut(setCookie: string) {
  return seeOther('/sign-in?done=signed-out', { 'Set-Cookie': setCookie, 'Clear-Site-Data': '"cache", "cookies", "storage"' })
}
