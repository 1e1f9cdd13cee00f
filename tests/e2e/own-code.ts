/** A table, a figure of it and a drawing of it by own code. */
export const figureAndDrawing = `\`\`\`sql id=t
select range as x, range * range as y from range(20)
\`\`\`

\`\`\`js id=total
d3.sum(await t.column('y'))
\`\`\`

\`\`\`js id=drawing
Plot.dot(await t.rows(), {x: 'x', y: 'y'}).plot()
\`\`\`
`;
