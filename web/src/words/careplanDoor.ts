/** Loaded with the first page, so only what stands on the door. */
export default { door: '待确认', doorHint: '看看安排，同意或改一改' } as const
