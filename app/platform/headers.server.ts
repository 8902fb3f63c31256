const directives = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self'",
  'img-src': "'self'",
  'font-src': "'self'",
  'connect-src': "'self'",
  'form-action': "'self'",
  'base-uri': "'none'",
  'object-src': "'none'",
  'frame-ancestors': "'none'",
  'manifest-src': "'self'",
}

/** No inline script or style anywhere. */
const contentSecurityPolicy = Object.entries(directives).map(([name, value]) => `${name} ${value}`).join('; ')

/** On every response, errors and assets included. */
export function securityHeaders(https: boolean): [string, string][] {
  const headers: [string, string][] = [
    ['Content-Security-Policy', contentSecurityPolicy],
    ['X-Content-Type-Options', 'nosniff'],
    ['Referrer-Policy', 'strict-origin-when-cross-origin'],
    ['Cross-Origin-Opener-Policy', 'same-origin'],
    ['Cross-Origin-Resource-Policy', 'same-origin'],
    ['Permissions-Policy', 'camera=(), microphone=(), geolocation=(), payment=(), publickey-credentials-get=(self), publickey-credentials-create=(self)'],
  ]
  return https ? [...headers, ['Strict-Transport-Security', 'max-age=31536000; includeSubDomains']] : headers
}
