# Stratified tables, rates and standardisation: metafor's rma.mh, stats' mantelhaen.test, poisson.test.
suppressMessages({library(jsonlite); library(metafor)})
folder <- "tests/oracles/statistics"
cases <- list()
add <- function(name, input, expected) cases[[length(cases) + 1]] <<- list(name = name, input = input, expected = expected)
fit <- function(f) c(estimate = unname(f$beta[1]), se = f$se, lower = f$ci.lb, upper = f$ci.ub, p = f$pval)

strata <- list(
  "two strata" = list(a = c(12, 30), b = c(40, 70), c = c(5, 18), d = c(60, 90)),
  "three strata, one small" = list(a = c(4, 12, 1), b = c(16, 22, 3), c = c(2, 9, 2), d = c(28, 31, 7)),
  "five strata, one without events of the exposed" =
    list(a = c(8, 0, 14, 3, 22), b = c(92, 40, 61, 12, 140), c = c(5, 3, 9, 2, 30), d = c(110, 55, 88, 20, 170)),
  "opposite directions" = list(a = c(20, 6), b = c(30, 44), c = c(8, 21), d = c(42, 29)),
  "one stratum" = list(a = 15, b = 35, c = 9, d = 51),
  "large counts" = list(a = c(1200, 3400), b = c(98800, 206600), c = c(900, 3100), d = c(109100, 196900)),
  "protective" = list(a = c(3, 7, 5, 2), b = c(50, 61, 44, 70), c = c(11, 16, 9, 8), d = c(40, 52, 39, 61))
)
for (name in names(strata)) for (level in c(0.95, 0.9)) {
  s <- strata[[name]]
  mh <- function(measure) with(s, rma.mh(ai = a, bi = b, ci = c, di = d, measure = measure, level = 100 * level, add = 0, to = "none", correct = FALSE))
  or <- mh("OR")
  expected <- list(or = fit(or), rr = fit(mh("RR")), rd = fit(mh("RD")), cmh = c(or$MH, or$MHp))
  if (length(s$a) > 1) {
    expected$breslowDay <- c(or$BD, or$BDp); expected$tarone <- c(or$TA, or$TAp)
    x <- array(rbind(s$a, s$c, s$b, s$d), c(2, 2, length(s$a)))
    t <- mantelhaen.test(x, correct = TRUE, conf.level = level)
    expected$corrected <- c(unname(t$statistic), t$p.value); expected$orCi <- as.numeric(t$conf.int)
  }
  add(paste("Mantel-Haenszel,", name, level), c(s, level = level), expected)
}

for (x in list(c(3, 120, 9, 150), c(0, 50, 6, 80), c(40, 1000, 22, 900), c(7, 33.5, 7, 33.5), c(150, 2e4, 90, 2.5e4), c(5, 10, 0, 12))) {
  t <- poisson.test(c(x[1], x[3]), c(x[2], x[4]))
  expected <- list(lower = t$conf.int[1], upper = if (is.finite(t$conf.int[2])) t$conf.int[2] else NA, p = t$p.value)
  if (x[1] > 0 && x[3] > 0) {
    wald <- escalc("IRR", x1i = x[1], t1i = x[2], x2i = x[3], t2i = x[4])
    ird <- escalc("IRD", x1i = x[1], t1i = x[2], x2i = x[3], t2i = x[4])
    expected$log <- c(wald$yi, sqrt(wald$vi)); expected$difference <- c(ird$yi, sqrt(ird$vi))
  }
  add(paste("rate ratio", paste(x, collapse = " ")), list(x = x), expected)
}

for (x in list(c(12, 20, 7, 53), c(5, 95, 5, 95), c(30, 3, 18, 22), c(1, 9, 1, 99), c(210, 790, 160, 840))) {
  e <- function(m) { f <- escalc(m, ai = x[1], bi = x[2], ci = x[3], di = x[4]); c(f$yi, sqrt(f$vi)) }
  add(paste("2x2", paste(x, collapse = " ")), list(x = x), list(rr = e("RR"), or = e("OR"), rd = e("RD")))
}

fay <- function(count, pop, std, level) {
  w <- std / sum(std); a <- sum(w * count / pop); v <- sum(w^2 * count / pop^2); m <- max(w / pop); t <- (1 - level) / 2
  c(crude = sum(count) / sum(pop), adjusted = a,
    lower = if (a == 0) 0 else qgamma(t, shape = a^2 / v, scale = v / a),
    upper = qgamma(1 - t, shape = (a + m)^2 / (v + m^2), scale = (v + m^2) / (a + m)))
}
for (level in c(0.95, 0.99)) for (s in list(
  list(count = c(0, 2, 9, 31), pop = c(5100, 4300, 2900, 1200), std = c(30, 30, 25, 15)),
  list(count = c(0, 0), pop = c(100, 250), std = c(1, 3)),
  list(count = c(1, 0, 0), pop = c(80, 120, 60), std = c(10, 20, 70)),
  list(count = c(510, 733, 1204), pop = c(91000, 83000, 52000), std = c(40000, 35000, 25000)))) {
  add(paste("direct", paste(s$count, collapse = " "), level), c(s, level = level), list(value = fay(s$count, s$pop, s$std, level)))
}
for (s in list(
  list(events = c(3, 8, 20), time = c(900, 1100, 700), ref_events = c(40, 90, 300), ref_time = c(2e4, 1.8e4, 1.1e4)),
  list(events = c(0, 0), time = c(50, 70), ref_events = c(4, 9), ref_time = c(800, 600)))) {
  e <- sum(s$time * s$ref_events / s$ref_time); o <- sum(s$events); t <- poisson.test(o, e); crude <- sum(s$ref_events) / sum(s$ref_time)
  add(paste("indirect", o), s, list(expected = e, ratio = c(o / e, t$conf.int), rate = c(o / e, t$conf.int) * crude, p = t$p.value))
}
write(toJSON(list(about = "Stratified tables, rates, standardisation. log scale for ratios.", source = "R 4.2.2 stats; metafor 3.8-1",
  tolerance = list(rel = 1e-8), cases = cases), digits = I(15), auto_unbox = TRUE, na = "null", pretty = FALSE), file.path(folder, "r-epidemiology.json"))
