/** The colours of `styles.css` for what is drawn outside a browser: on paper. A test holds them to that file. */
export const colours = {
  ink: '#241531',
  ink2: '#57486a',
  paper: '#ffffff',
  plum800: '#35124a',
  plum700: '#4a1f63',
  plum600: '#62308a',
  plum100: '#ebe1f4',
  line: '#81728f',
  hair: '#d9d0e3',
  gold400: '#f4b63f',
  gold700: '#855400',
} as const
