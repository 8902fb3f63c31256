/** Somebody as the stage shows them; `employer` is empty where it may not be shown. */
export interface StagePerson {
  name: string
  employer: string
}

/** Everything the stage shows at one moment, and nothing else. `unnamed`: how many have not agreed to be named there. */
export type Screen =
  | { kind: 'black' }
  | { kind: 'slide'; title: string; caption: string }
  | { kind: 'finalists'; title: string; people: StagePerson[]; unnamed: number }
  | { kind: 'winner'; title: string; people: StagePerson[]; unnamed: number }

/** The screen with the name of its event: another, and something on it may have changed. */
export interface NumberedScreen {
  id: string
  screen: Screen
}

/** Sizes of letters on the screen, in hundredths of its width; `stage.css` has a class for each. */
const sizes = [9, 7, 5, 4, 3, 2]
/** Of the display face, for its size: Fraunces 600 over English names. */
const letterWidth = 0.52
const lineHeight = 1.2
/** What stands between two names, for their size. */
const gap = 0.35
const screenWidth = 90

/** The largest letters, up to `most`, at which all names fit into `height`; both in hundredths of the screen's width. */
export function sizeThatFits(names: string[], height: number, most: number): number {
  const heightAt = (size: number) => names.reduce((sum, name) => sum + size * (Math.ceil((name.length * letterWidth * size) / screenWidth) * lineHeight + gap), 0)
  const smallest = Math.min(...sizes)
  return sizes.find((size) => size <= most && heightAt(size) <= height) ?? smallest
}
