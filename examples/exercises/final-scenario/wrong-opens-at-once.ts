// Fails with: blocks
export const answer = [
  '[500] op new_session(c1)',
  '[500] ack c1/0: DSS ADD_ADDR(3,10.0.2.1) size=28',
  '[500] op fully_established(c1)',
  '[500] queue subflow_work(c1)',
  '[500] run subflow_work(c1)',
  '[500] join c1/1: 10.0.2.1 id=3 if=3 -> 10.9.1.1:80 id=0 = 0',
  '[500] done subflow_work(c1)',
]
