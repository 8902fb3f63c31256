const fault = 'inline-flex min-h-11 items-center py-1 font-bold text-red700'

/** Every fault on the page in one place, each a link to where it can be put right; what is about no field is `form`. */
export function ErrorSummary({ errors, heading = 'There is a problem' }: { errors: { [field: string]: string }; heading?: string }) {
  const list = Object.entries(errors)
  if (list.length === 0) return null
  return (
    <div role="alert" tabIndex={-1} data-focus="" id="error-summary" className="max-w-form rounded-control border-2 border-l-8 border-red700 bg-paper p-4 md:p-6">
      <h2 className="mb-2 text-h3 font-bold">{heading}</h2>
      <ul>
        {list.map(([field, message]) => (
          <li key={field}>
            {field === 'form' ? (
              <p className={fault}>{message}</p>
            ) : (
              <a href={`#${field}`} className={`${fault} visited:text-red700 hover:text-ink`}>
                {message}
              </a>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}
