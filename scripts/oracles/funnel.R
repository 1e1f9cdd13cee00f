# Limits of funnels, and which counts lie outside: stats' ppois, qpois, dpois, pbinom, qbinom, dbinom.
suppressMessages(library(jsonlite))
folder <- "tests/oracles/statistics"
cases <- list()
add <- function(name, input, expected) cases[[length(cases) + 1]] <<- list(name = name, input = input, expected = expected)

# Linear in the tail between the last count outside and the first inside, at both ends.
limits <- function(tail, p, q, d) {
  few <- q(tail); many <- q(tail, lower.tail = FALSE)
  c(few - (p(few) - tail) / d(few), many + (p(many - 1, lower.tail = FALSE) - tail) / d(many))
}
sizes <- c(0.05, 0.4, 1, 1.4, 2.5, 4.14, 5, 7.3, 12, 20.5, 36.9, 80, 250.25, 1200)
for (level in c(0.95, 0.998)) {
  tail <- (1 - level) / 2
  of <- sapply(sizes, function(e) pmax(0, limits(tail, function(k, ...) ppois(k, e, ...), function(t, ...) qpois(t, e, ...), function(k) dpois(k, e))) / e)
  add(paste("ratio", level), list(expected = sizes, level = level), list(lower = of[1, ], upper = of[2, ]))
  for (target in c(0.03, 0.4)) {
    n <- c(1, 4, 25, 90, 400, 3000)
    of <- sapply(n, function(n) pmin(n, pmax(0, limits(tail, function(k, ...) pbinom(k, n, target, ...), function(t, ...) qbinom(t, n, target, ...), function(k) dbinom(k, n, target)))) / n)
    add(paste("proportion", target, level), list(target = target, n = n, level = level), list(lower = of[1, ], upper = of[2, ]))
  }
}

# Each count from 0 past both ends: outside by the tail of the count itself.
place <- function(o, e) {
  fewer <- ppois(o, e); more <- ppois(o - 1, e, lower.tail = FALSE)
  if (more < 0.001) "above 99.8 %" else if (fewer < 0.001) "below 99.8 %" else
  if (more < 0.025) "above 95 %" else if (fewer < 0.025) "below 95 %" else "inside"
}
for (e in sizes[sizes < 100]) {
  o <- 0:ceiling(e + 5 * sqrt(e) + 3)
  add(paste("places", e), list(expected = e, observed = o),
    list(fewer = ppois(o, e), more = ppois(o - 1, e, lower.tail = FALSE), position = sapply(o, place, e = e)))
}
write(toJSON(list(about = "Funnel limits by exact quantiles, smoothed between whole counts, and the places of counts.",
  source = "R 4.2.2 stats; Spiegelhalter 2005, Statistics in Medicine 24:1185, appendix A.1.1, upper limit mirrored",
  tolerance = list(rel = 1e-9), cases = cases), digits = I(15), auto_unbox = TRUE, na = "null", pretty = FALSE), file.path(folder, "r-funnel.json"))
