/** What we use of fontkit, which pdfkit brings along and which has no types of its own. Lengths are in font units. */
declare module 'fontkit' {
  export interface PathCommand {
    command: 'moveTo' | 'lineTo' | 'quadraticCurveTo' | 'bezierCurveTo' | 'closePath'
    args: number[]
  }
  export interface Glyph {
    id: number
    codePoints: number[]
    advanceWidth: number
    path: { commands: PathCommand[] }
  }
  export interface Position {
    xAdvance: number
    xOffset: number
    yOffset: number
  }
  export interface Subset {
    /** glyph ids of the font, in the order in which the subset numbers them */
    glyphs: number[]
    encode: () => Uint8Array
  }
  export interface Font {
    readonly postscriptName: string
    unitsPerEm: number
    ascent: number
    descent: number
    hasGlyphForCodePoint: (codePoint: number) => boolean
    getGlyph: (id: number) => Glyph
    layout: (text: string, features?: string[]) => { glyphs: Glyph[], positions: Position[] }
    getVariation: (axes: Record<string, number>) => Font
    createSubset: () => Subset
  }
  export function create(file: Uint8Array): Font
}
