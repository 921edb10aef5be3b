/** The few words of plans that the elders' first page needs; the others come with the page itself. */
export default { title: '待确认', door: '待确认', doorHint: '看看安排，同意或改一改' } as const
