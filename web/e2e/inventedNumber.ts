/** A number of the range 000000 that was never issued, with its check character (GB 11643-1999), of somebody born between 1935 and 1954. */
export function inventedNumber(): string {
  const random = (most: number) => Math.floor(Math.random() * most)
  const two = (value: number) => String(value).padStart(2, '0')
  const digits = `000000${1935 + random(20)}${two(1 + random(12))}${two(1 + random(28))}${String(random(1000)).padStart(3, '0')}`
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
  const sum = weights.reduce((all, weight, at) => all + weight * Number(digits[at]), 0)
  return digits + '10X98765432'[sum % 11]
}
