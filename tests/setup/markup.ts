import { HtmlValidate } from 'html-validate'

const validator = new HtmlValidate({
  extends: ['html-validate:standard', 'html-validate:document', 'html-validate:a11y'],
  rules: {
    'heading-level': ['error', { minInitialRank: 'h2' }], // what is wrong stands before the page's own heading, as on GOV.UK
    'no-redundant-role': 'off', // on a phone our tables are shown as cards, and Safari forgets then what they are
    'tel-non-breaking': 'off', // a class keeps telephone numbers on one line
    'long-title': 'off', // page, section and name of the awards: WCAG 2.4.2 asks for all of them
    'wcag/h32': 'off', // where nothing can be done at present, the form stands without its button, and the page says why
    'require-sri': ['error', { target: 'crossorigin' }], // from elsewhere; there is nothing from elsewhere
    'valid-id': ['error', { relaxed: true }], // as the HTML standard has it
  },
})

/** What is wrong with a page as it was sent, by the HTML standard. */
export function listMarkupFaults(html: string): string[] {
  const { results } = validator.validateStringSync(html)
  return results.flatMap(({ messages }) => messages.map(({ ruleId, message, offset }) => `${ruleId}: ${message} at ${html.slice(Math.max(0, offset - 60), offset + 100)}`))
}
