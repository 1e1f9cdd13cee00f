# Propensity scores: MatchIt's nearest neighbours on given scores; weights and their robust errors.
suppressMessages({library(jsonlite); library(MatchIt); library(sandwich)})
folder <- "tests/oracles/statistics"
set.seed(20260802)
cases <- list()
add <- function(name, input, expected) cases[[length(cases) + 1]] <<- list(name = name, input = Filter(Negate(is.null), input), expected = Filter(Negate(is.null), expected))
make <- function(n, shift) {
  x <- round(cbind(rnorm(n), rexp(n), rbinom(n, 1, 0.4)), 4)
  t <- rbinom(n, 1, plogis(shift + 0.8 * x[, 1] - 0.3 * x[, 2] + 0.6 * x[, 3]))
  y <- round(1 + 0.5 * t + x[, 1] + 0.5 * x[, 3] + rnorm(n), 4)
  list(x = x, t = t, y = y, event = rbinom(n, 1, plogis(-0.5 + 0.6 * t + 0.5 * x[, 1])))
}
sd0 <- function(v, w) { m <- weighted.mean(v, w); sum(w * (v - m)^2) / (sum(w) - sum(w^2) / sum(w)) }
for (which in 1:3) {
  d <- make(c(60, 140, 240)[which], c(-0.6, -1.2, 0)[which])
  f <- glm(d$t ~ d$x, family = binomial, control = list(epsilon = 1e-14, maxit = 100))
  score <- round(unname(fitted(f)), 8)
  base <- list(t = d$t, x1 = d$x[, 1], x2 = d$x[, 2], x3 = d$x[, 3], y = d$y, event = d$event, score = score)
  add(paste("score", which), base, list(coefficients = as.vector(coef(f)), fitted = as.vector(fitted(f))))
  frame <- data.frame(t = d$t, x1 = d$x[, 1], x2 = d$x[, 2], x3 = d$x[, 3]); rownames(frame) <- seq_len(nrow(frame))
  for (ratio in 1:2) for (replace in c(FALSE, TRUE)) for (order in c("largest", "smallest", "data")) for (caliper in c(NA, 0.2)) for (link in c(FALSE, TRUE)) {
    if (replace && (order != "data" || ratio == 2)) next
    if (link && (ratio == 2 || replace)) next
    distance <- if (link) round(qlogis(score), 8) else score
    # Mahalanobis distance of the score alone is its absolute difference. MatchIt 4.5.1's own search for a single score does
    # not find the nearest, and leaves the caliper, as its pairs show.
    frame$d <- distance
    m <- suppressWarnings(matchit(t ~ x1 + x2 + x3, data = frame, distance = distance, mahvars = ~ d, method = "nearest", ratio = ratio, replace = replace,
      m.order = order, caliper = if (is.na(caliper)) NULL else caliper))
    mm <- m$match.matrix
    pairs <- lapply(seq_len(nrow(mm)), function(i) I(as.integer(mm[i, !is.na(mm[i, ])]) - 1L))
    s <- summary(m, standardize = TRUE)
    used <- which(m$weights > 0); yy <- d$y[used]; tt <- d$t[used]; ww <- m$weights[used]
    o <- lm(yy ~ tt, weights = ww)
    v <- if (replace) vcovHC(o, type = "HC0") else vcovCL(o, cluster = m$subclass[used], type = "HC0", cadjust = FALSE)
    add(paste("nearest", which, "ratio", ratio, if (replace) "with" else "without", "replacement,", order, "caliper", caliper, if (link) "logit" else "score"),
      list(case = which, distance = if (link) distance else NULL, ratio = ratio, replace = replace, order = order, caliper = caliper),
      list(matches = pairs, effect = c(unname(coef(o)[2]), sqrt(v[2, 2])), caliper = if (is.null(m$caliper)) NA else unname(m$caliper), weights = if (replace || ratio == 2) as.vector(m$weights) else NULL,
           smdBefore = as.vector(s$sum.all[c("x1", "x2", "x3"), 3]), smdAfter = as.vector(s$sum.matched[c("x1", "x2", "x3"), 3])))
  }
  p <- mean(d$t)
  weights <- list(ate = d$t / score + (1 - d$t) / (1 - score), stabilised = p * d$t / score + (1 - p) * (1 - d$t) / (1 - score),
    att = d$t + (1 - d$t) * score / (1 - score), overlap = d$t * (1 - score) + (1 - d$t) * score)
  for (kind in names(weights)) {
    w <- weights[[kind]]
    effect <- function(y) { m <- lm(y ~ d$t, weights = w); c(coef(m)[2], sqrt(vcovHC(m, type = "HC0")[2, 2])) }
    smd <- sapply(1:3, function(j) { v <- d$x[, j]; i <- d$t == 1
      diff <- weighted.mean(v[i], w[i]) - weighted.mean(v[!i], w[!i])
      s2 <- if (j == 3) (mean(v[i]) * (1 - mean(v[i])) + mean(v[!i]) * (1 - mean(v[!i]))) / 2 else (var(v[i]) + var(v[!i])) / 2
      diff / sqrt(s2) })
    ess <- function(i) sum(w[i])^2 / sum(w[i]^2)
    add(paste("weights", which, kind), list(case = which, kind = kind), list(weights = if (which == 1) w else NULL, mean = as.vector(effect(d$y)), risk = as.vector(effect(d$event)),
      smd = smd, ess = c(ess(d$t == 1), ess(d$t == 0)), cut = as.vector(quantile(w, c(0.05, 0.95), type = 7))))
  }
}
write(toJSON(list(about = "Propensity scores. Rows count from 0.", source = "R 4.2.2, MatchIt 4.5.1, sandwich 3.0-2", tolerance = list(rel = 1e-8), cases = cases),
  digits = I(15), auto_unbox = TRUE, na = "null"), file.path(folder, "r-propensity.json"))
