import { KitSection, longName } from '#app/routes/resources/kit-sections/section.tsx'
import { Button, ButtonRow } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { DateTimeFields, Select, TextArea, TextField } from '#app/ui/field.tsx'
import { Fieldset, Form, HiddenField } from '#app/ui/form.tsx'

const errors = {
  fullName: 'Enter their full name',
  email: 'Enter an email address with an @, like name@example.com',
  difference: 'Shorten this to 200 words or fewer',
  contact: 'Enter an email address or a phone number',
  role: 'Choose where they work',
  closes: 'The closing date must be a real date, like 12 January 2027',
}

const settings = [
  { value: '', label: 'Choose one' },
  { value: 'home', label: 'In people’s own homes' },
  { value: 'care-home', label: 'In a care home' },
]

export function FieldsSection() {
  return (
    <KitSection id="fields" title="Fields">
      <ErrorSummary errors={errors} />
      <Form action="#fields" className="md:grid-cols-2 md:items-start">
        <HiddenField name="draft" value="1" />
        <QuietFields />
        <FieldsAtFault />
        <ButtonRow>
          <Button>Save and continue</Button>
        </ButtonRow>
      </Form>
    </KitSection>
  )
}

function QuietFields() {
  return (
    <div className="grid gap-8">
      <TextField name="empty" label="Their full name" hint="As they would like to hear it said." />
      <TextField name="filled" label="Name" value={longName} spellCheck={false} />
      <TextField name="yourEmail" label="Your email address" type="email" autoComplete="email" optional />
      <TextField name="code" label="The code from our email" width="code" inputMode="numeric" autoComplete="one-time-code" value="204816" />
      <TextField name="years" label="How many years?" width="short" inputMode="numeric" />
      <TextField name="fund" label="Prize fund" width="2/3" prefix="£" inputMode="decimal" value="250" />
      <TextArea
        name="story"
        label="Tell us about a time they made a difference"
        hint="A small thing is often the best thing to tell."
        value="She learned the names of every one of his pigeons."
        words={{ limit: 200, used: 10 }}
      />
      <Select name="setting" label="Where do they work?" options={settings} />
      <DateTimeFields name="opens" legend="When do nominations open?" hint="For example, 3 November 2026, 9am" value={{ day: '3', month: 'November', year: '2026', time: '9am' }} />
    </div>
  )
}

function FieldsAtFault() {
  return (
    <div className="grid gap-8">
      <TextField name="fullName" label="Their full name" hint="As they would like to hear it said." error={errors.fullName} />
      <TextField name="email" label="Your email address" type="email" value="asha.example.com" error={errors.email} />
      <TextArea name="difference" label="What changed because of them?" rows={4} value={'More and more words. '.repeat(54)} words={{ limit: 200, used: 216 }} error={errors.difference} />
      <Fieldset name="contact" legend="How may we reach you?" hint="Give one or both." error={errors.contact}>
        <TextField name="contactEmail" label="Email address" type="email" autoComplete="email" />
        <TextField name="contactPhone" label="Phone number" type="tel" autoComplete="tel" width="2/3" />
      </Fieldset>
      <Select name="role" label="Where do they work?" options={settings} error={errors.role} />
      <DateTimeFields name="closes" legend="When do nominations close?" value={{ day: '31', month: 'February', year: '2027', time: '5pm' }} error={errors.closes} errorParts={['day', 'month']} />
    </div>
  )
}
