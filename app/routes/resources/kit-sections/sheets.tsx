import { KitSection, longName } from '#app/routes/resources/kit-sections/section.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { ErrorPage, errorWords } from '#app/ui/error-page.tsx'
import { ConfirmationPanel } from '#app/ui/panel.tsx'
import { PrintSheet } from '#app/ui/print-sheet.tsx'

export function SheetsSection() {
  return (
    <KitSection id="sheets" title="Sheets">
      <div className="max-w-form">
        <ConfirmationPanel title={`Thank you. Your kind words for ${longName} are in.`} reference={{ label: 'Your reference', value: 'PLYM-7K4W-9QX' }} level={2}>
          <p>We have sent a copy to your email address.</p>
        </ConfirmationPanel>
      </div>
      <div className="max-w-form">
        <ConfirmationPanel title="Thank you. Your kind words for Asha are in." level={2} />
      </div>
      <Disclosure summary="Why do you ask?">
        <p>So that we can write to them. Nobody else sees it.</p>
      </Disclosure>
      <Disclosure summary="Already open" open>
        <p>Words that were behind the summary.</p>
      </Disclosure>
      {Object.entries(errorWords).map(([status, words]) => (
        <ErrorPage key={status} status={Number(status)} title={words.title} level={2}>
          <p>{words.body}</p>
        </ErrorPage>
      ))}
      <PrintSheet reference="PLYM-7K4W-9QX" confidential="Confidential – judges">
        <p>A sheet carries its reference and its mark at the head of every printed page.</p>
      </PrintSheet>
    </KitSection>
  )
}
