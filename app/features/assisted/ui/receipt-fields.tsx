import { receiptLabels } from '#app/features/assisted/words.ts'
import { Radios, TextArea } from '#app/ui/field.tsx'
import { receiptRoutes } from '#db/vocabulary.ts'

/** How the reference reaches them. A postal address is asked only of those who choose a letter. */
export function ReceiptFields({ values, errors }: { values: Record<string, string | string[]>; errors: Record<string, string> }) {
  const address = (
    <TextArea name="address" label="Name of the house or street, town and postcode" rows={4} value={String(values.address ?? '')} error={errors.address} hint="One line under the other, as on an envelope." />
  )
  return (
    <Radios name="receipt" legend="How would they like to have their reference?" value={String(values.receipt ?? '')} error={errors.receipt}
      options={receiptRoutes.map((value) => ({ value, label: receiptLabels[value], reveal: value === 'letter' ? address : undefined }))} />
  )
}
