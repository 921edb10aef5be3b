/** The part of the package that is used here; it brings no types of its own. */
declare module 'qrcode' {
  export function toString(text: string, options: { type: 'svg'; margin: number; errorCorrectionLevel: 'L' | 'M' | 'Q' | 'H' }): Promise<string>
}
