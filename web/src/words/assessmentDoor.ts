/** Alone, because the home page loads it at once. */
export default { label: '评估结果', hint: '身体能力评了几级' } as const
