select
  "city",
  "station_id",
  "observed_at",
  (
    floor("pm25_nowcast" * power(10, 1) + 0.000001) / power(10, 1)
  ) as "pm25_nowcast",
  (
    floor("pm10_nowcast" * power(10, 0) + 0.000001) / power(10, 0)
  ) as "pm10_nowcast",
  cast(
    nullif(
      greatest(
        coalesce(
          case
            when "pm25_nowcast" < 0 then 0
            when (
              floor("pm25_nowcast" * power(10, 1) + 0.000001) / power(10, 1)
            ) <= 9 then round(
              (
                (
                  (
                    (
                      floor("pm25_nowcast" * power(10, 1) + 0.000001) / power(10, 1)
                    ) - 0
                  ) * 5.555555555555555
                ) + 0
              ),
              0
            )
            when (
              floor("pm25_nowcast" * power(10, 1) + 0.000001) / power(10, 1)
            ) <= 35.4 then round(
              (
                (
                  (
                    (
                      floor("pm25_nowcast" * power(10, 1) + 0.000001) / power(10, 1)
                    ) - 9.1
                  ) * 1.8631178707224336
                ) + 51
              ),
              0
            )
            when (
              floor("pm25_nowcast" * power(10, 1) + 0.000001) / power(10, 1)
            ) <= 55.4 then round(
              (
                (
                  (
                    (
                      floor("pm25_nowcast" * power(10, 1) + 0.000001) / power(10, 1)
                    ) - 35.5
                  ) * 2.462311557788945
                ) + 101
              ),
              0
            )
            when (
              floor("pm25_nowcast" * power(10, 1) + 0.000001) / power(10, 1)
            ) <= 125.4 then round(
              (
                (
                  (
                    (
                      floor("pm25_nowcast" * power(10, 1) + 0.000001) / power(10, 1)
                    ) - 55.5
                  ) * 0.7010014306151645
                ) + 151
              ),
              0
            )
            when (
              floor("pm25_nowcast" * power(10, 1) + 0.000001) / power(10, 1)
            ) <= 225.4 then round(
              (
                (
                  (
                    (
                      floor("pm25_nowcast" * power(10, 1) + 0.000001) / power(10, 1)
                    ) - 125.5
                  ) * 0.990990990990991
                ) + 201
              ),
              0
            )
            when (
              floor("pm25_nowcast" * power(10, 1) + 0.000001) / power(10, 1)
            ) <= 325.4 then round(
              (
                (
                  (
                    (
                      floor("pm25_nowcast" * power(10, 1) + 0.000001) / power(10, 1)
                    ) - 225.5
                  ) * 1.9919919919919924
                ) + 301
              ),
              0
            )
            when "pm25_nowcast" is not null then 500
          end,
          -1
        ),
        coalesce(
          case
            when "pm10_nowcast" < 0 then 0
            when (
              floor("pm10_nowcast" * power(10, 0) + 0.000001) / power(10, 0)
            ) <= 54 then round(
              (
                (
                  (
                    (
                      floor("pm10_nowcast" * power(10, 0) + 0.000001) / power(10, 0)
                    ) - 0
                  ) * 0.9259259259259259
                ) + 0
              ),
              0
            )
            when (
              floor("pm10_nowcast" * power(10, 0) + 0.000001) / power(10, 0)
            ) <= 154 then round(
              (
                (
                  (
                    (
                      floor("pm10_nowcast" * power(10, 0) + 0.000001) / power(10, 0)
                    ) - 55
                  ) * 0.494949494949495
                ) + 51
              ),
              0
            )
            when (
              floor("pm10_nowcast" * power(10, 0) + 0.000001) / power(10, 0)
            ) <= 254 then round(
              (
                (
                  (
                    (
                      floor("pm10_nowcast" * power(10, 0) + 0.000001) / power(10, 0)
                    ) - 155
                  ) * 0.494949494949495
                ) + 101
              ),
              0
            )
            when (
              floor("pm10_nowcast" * power(10, 0) + 0.000001) / power(10, 0)
            ) <= 354 then round(
              (
                (
                  (
                    (
                      floor("pm10_nowcast" * power(10, 0) + 0.000001) / power(10, 0)
                    ) - 255
                  ) * 0.494949494949495
                ) + 151
              ),
              0
            )
            when (
              floor("pm10_nowcast" * power(10, 0) + 0.000001) / power(10, 0)
            ) <= 424 then round(
              (
                (
                  (
                    (
                      floor("pm10_nowcast" * power(10, 0) + 0.000001) / power(10, 0)
                    ) - 355
                  ) * 1.434782608695652
                ) + 201
              ),
              0
            )
            when (
              floor("pm10_nowcast" * power(10, 0) + 0.000001) / power(10, 0)
            ) <= 604 then round(
              (
                (
                  (
                    (
                      floor("pm10_nowcast" * power(10, 0) + 0.000001) / power(10, 0)
                    ) - 425
                  ) * 1.111731843575419
                ) + 301
              ),
              0
            )
            when "pm10_nowcast" is not null then 500
          end,
          -1
        ),
        coalesce(
          case
            when "o3_8h" < 0 then 0
            when (
              floor(
                ("o3_8h" / 1.9958632491173973) * power(10, 0) + 0.000001
              ) / power(10, 0)
            ) <= 54 then round(
              (
                (
                  (
                    (
                      floor(
                        ("o3_8h" / 1.9958632491173973) * power(10, 0) + 0.000001
                      ) / power(10, 0)
                    ) - 0
                  ) * 0.9259259259259259
                ) + 0
              ),
              0
            )
            when (
              floor(
                ("o3_8h" / 1.9958632491173973) * power(10, 0) + 0.000001
              ) / power(10, 0)
            ) <= 70 then round(
              (
                (
                  (
                    (
                      floor(
                        ("o3_8h" / 1.9958632491173973) * power(10, 0) + 0.000001
                      ) / power(10, 0)
                    ) - 55
                  ) * 3.2666666666666666
                ) + 51
              ),
              0
            )
            when (
              floor(
                ("o3_8h" / 1.9958632491173973) * power(10, 0) + 0.000001
              ) / power(10, 0)
            ) <= 85 then round(
              (
                (
                  (
                    (
                      floor(
                        ("o3_8h" / 1.9958632491173973) * power(10, 0) + 0.000001
                      ) / power(10, 0)
                    ) - 71
                  ) * 3.5
                ) + 101
              ),
              0
            )
            when (
              floor(
                ("o3_8h" / 1.9958632491173973) * power(10, 0) + 0.000001
              ) / power(10, 0)
            ) <= 105 then round(
              (
                (
                  (
                    (
                      floor(
                        ("o3_8h" / 1.9958632491173973) * power(10, 0) + 0.000001
                      ) / power(10, 0)
                    ) - 86
                  ) * 2.5789473684210527
                ) + 151
              ),
              0
            )
            when (
              floor(
                ("o3_8h" / 1.9958632491173973) * power(10, 0) + 0.000001
              ) / power(10, 0)
            ) <= 200 then round(
              (
                (
                  (
                    (
                      floor(
                        ("o3_8h" / 1.9958632491173973) * power(10, 0) + 0.000001
                      ) / power(10, 0)
                    ) - 106
                  ) * 1.053191489361702
                ) + 201
              ),
              0
            )
            when "o3_8h" is not null then 300
          end,
          -1
        ),
        coalesce(
          case
            when "o3" < 249.48290613967467 then null
            when (
              floor(
                ("o3" / 1.9958632491173973) * power(10, 0) + 0.000001
              ) / power(10, 0)
            ) <= 164 then round(
              (
                (
                  (
                    (
                      floor(
                        ("o3" / 1.9958632491173973) * power(10, 0) + 0.000001
                      ) / power(10, 0)
                    ) - 125
                  ) * 1.2564102564102564
                ) + 101
              ),
              0
            )
            when (
              floor(
                ("o3" / 1.9958632491173973) * power(10, 0) + 0.000001
              ) / power(10, 0)
            ) <= 204 then round(
              (
                (
                  (
                    (
                      floor(
                        ("o3" / 1.9958632491173973) * power(10, 0) + 0.000001
                      ) / power(10, 0)
                    ) - 165
                  ) * 1.2564102564102564
                ) + 151
              ),
              0
            )
            when (
              floor(
                ("o3" / 1.9958632491173973) * power(10, 0) + 0.000001
              ) / power(10, 0)
            ) <= 404 then round(
              (
                (
                  (
                    (
                      floor(
                        ("o3" / 1.9958632491173973) * power(10, 0) + 0.000001
                      ) / power(10, 0)
                    ) - 205
                  ) * 0.49748743718592964
                ) + 201
              ),
              0
            )
            when (
              floor(
                ("o3" / 1.9958632491173973) * power(10, 0) + 0.000001
              ) / power(10, 0)
            ) <= 604 then round(
              (
                (
                  (
                    (
                      floor(
                        ("o3" / 1.9958632491173973) * power(10, 0) + 0.000001
                      ) / power(10, 0)
                    ) - 405
                  ) * 1
                ) + 301
              ),
              0
            )
            when "o3" is not null then 500
          end,
          -1
        ),
        coalesce(
          case
            when "co_8h" < 0 then 0
            when (
              floor(
                ("co_8h" / 1.164717896741079) * power(10, 1) + 0.000001
              ) / power(10, 1)
            ) <= 4.4 then round(
              (
                (
                  (
                    (
                      floor(
                        ("co_8h" / 1.164717896741079) * power(10, 1) + 0.000001
                      ) / power(10, 1)
                    ) - 0
                  ) * 11.363636363636363
                ) + 0
              ),
              0
            )
            when (
              floor(
                ("co_8h" / 1.164717896741079) * power(10, 1) + 0.000001
              ) / power(10, 1)
            ) <= 9.4 then round(
              (
                (
                  (
                    (
                      floor(
                        ("co_8h" / 1.164717896741079) * power(10, 1) + 0.000001
                      ) / power(10, 1)
                    ) - 4.5
                  ) * 10
                ) + 51
              ),
              0
            )
            when (
              floor(
                ("co_8h" / 1.164717896741079) * power(10, 1) + 0.000001
              ) / power(10, 1)
            ) <= 12.4 then round(
              (
                (
                  (
                    (
                      floor(
                        ("co_8h" / 1.164717896741079) * power(10, 1) + 0.000001
                      ) / power(10, 1)
                    ) - 9.5
                  ) * 16.89655172413793
                ) + 101
              ),
              0
            )
            when (
              floor(
                ("co_8h" / 1.164717896741079) * power(10, 1) + 0.000001
              ) / power(10, 1)
            ) <= 15.4 then round(
              (
                (
                  (
                    (
                      floor(
                        ("co_8h" / 1.164717896741079) * power(10, 1) + 0.000001
                      ) / power(10, 1)
                    ) - 12.5
                  ) * 16.89655172413793
                ) + 151
              ),
              0
            )
            when (
              floor(
                ("co_8h" / 1.164717896741079) * power(10, 1) + 0.000001
              ) / power(10, 1)
            ) <= 30.4 then round(
              (
                (
                  (
                    (
                      floor(
                        ("co_8h" / 1.164717896741079) * power(10, 1) + 0.000001
                      ) / power(10, 1)
                    ) - 15.5
                  ) * 6.644295302013424
                ) + 201
              ),
              0
            )
            when (
              floor(
                ("co_8h" / 1.164717896741079) * power(10, 1) + 0.000001
              ) / power(10, 1)
            ) <= 50.4 then round(
              (
                (
                  (
                    (
                      floor(
                        ("co_8h" / 1.164717896741079) * power(10, 1) + 0.000001
                      ) / power(10, 1)
                    ) - 30.5
                  ) * 10
                ) + 301
              ),
              0
            )
            when "co_8h" is not null then 500
          end,
          -1
        ),
        coalesce(
          case
            when "so2" < 0 then 0
            when (
              floor(
                ("so2" / 2.6640063110536936) * power(10, 0) + 0.000001
              ) / power(10, 0)
            ) <= 35 then round(
              (
                (
                  (
                    (
                      floor(
                        ("so2" / 2.6640063110536936) * power(10, 0) + 0.000001
                      ) / power(10, 0)
                    ) - 0
                  ) * 1.4285714285714286
                ) + 0
              ),
              0
            )
            when (
              floor(
                ("so2" / 2.6640063110536936) * power(10, 0) + 0.000001
              ) / power(10, 0)
            ) <= 75 then round(
              (
                (
                  (
                    (
                      floor(
                        ("so2" / 2.6640063110536936) * power(10, 0) + 0.000001
                      ) / power(10, 0)
                    ) - 36
                  ) * 1.2564102564102564
                ) + 51
              ),
              0
            )
            when (
              floor(
                ("so2" / 2.6640063110536936) * power(10, 0) + 0.000001
              ) / power(10, 0)
            ) <= 185 then round(
              (
                (
                  (
                    (
                      floor(
                        ("so2" / 2.6640063110536936) * power(10, 0) + 0.000001
                      ) / power(10, 0)
                    ) - 76
                  ) * 0.44954128440366975
                ) + 101
              ),
              0
            )
            when (
              floor(
                ("so2" / 2.6640063110536936) * power(10, 0) + 0.000001
              ) / power(10, 0)
            ) <= 304 then round(
              (
                (
                  (
                    (
                      floor(
                        ("so2" / 2.6640063110536936) * power(10, 0) + 0.000001
                      ) / power(10, 0)
                    ) - 186
                  ) * 0.4152542372881356
                ) + 151
              ),
              0
            )
            when "so2" is not null then 200
          end,
          -1
        ),
        coalesce(
          case
            when "so2_24h" < 812.5219248713765 then null
            when (
              floor(
                ("so2_24h" / 2.6640063110536936) * power(10, 0) + 0.000001
              ) / power(10, 0)
            ) <= 604 then round(
              (
                (
                  (
                    (
                      floor(
                        ("so2_24h" / 2.6640063110536936) * power(10, 0) + 0.000001
                      ) / power(10, 0)
                    ) - 305
                  ) * 0.3311036789297659
                ) + 201
              ),
              0
            )
            when (
              floor(
                ("so2_24h" / 2.6640063110536936) * power(10, 0) + 0.000001
              ) / power(10, 0)
            ) <= 1004 then round(
              (
                (
                  (
                    (
                      floor(
                        ("so2_24h" / 2.6640063110536936) * power(10, 0) + 0.000001
                      ) / power(10, 0)
                    ) - 605
                  ) * 0.49874686716791977
                ) + 301
              ),
              0
            )
            when "so2_24h" is not null then 500
          end,
          -1
        ),
        coalesce(
          case
            when "no2" < 0 then 0
            when (
              floor(
                ("no2" / 1.913010681846544) * power(10, 0) + 0.000001
              ) / power(10, 0)
            ) <= 53 then round(
              (
                (
                  (
                    (
                      floor(
                        ("no2" / 1.913010681846544) * power(10, 0) + 0.000001
                      ) / power(10, 0)
                    ) - 0
                  ) * 0.9433962264150944
                ) + 0
              ),
              0
            )
            when (
              floor(
                ("no2" / 1.913010681846544) * power(10, 0) + 0.000001
              ) / power(10, 0)
            ) <= 100 then round(
              (
                (
                  (
                    (
                      floor(
                        ("no2" / 1.913010681846544) * power(10, 0) + 0.000001
                      ) / power(10, 0)
                    ) - 54
                  ) * 1.065217391304348
                ) + 51
              ),
              0
            )
            when (
              floor(
                ("no2" / 1.913010681846544) * power(10, 0) + 0.000001
              ) / power(10, 0)
            ) <= 360 then round(
              (
                (
                  (
                    (
                      floor(
                        ("no2" / 1.913010681846544) * power(10, 0) + 0.000001
                      ) / power(10, 0)
                    ) - 101
                  ) * 0.1891891891891892
                ) + 101
              ),
              0
            )
            when (
              floor(
                ("no2" / 1.913010681846544) * power(10, 0) + 0.000001
              ) / power(10, 0)
            ) <= 649 then round(
              (
                (
                  (
                    (
                      floor(
                        ("no2" / 1.913010681846544) * power(10, 0) + 0.000001
                      ) / power(10, 0)
                    ) - 361
                  ) * 0.1701388888888889
                ) + 151
              ),
              0
            )
            when (
              floor(
                ("no2" / 1.913010681846544) * power(10, 0) + 0.000001
              ) / power(10, 0)
            ) <= 1249 then round(
              (
                (
                  (
                    (
                      floor(
                        ("no2" / 1.913010681846544) * power(10, 0) + 0.000001
                      ) / power(10, 0)
                    ) - 650
                  ) * 0.1652754590984975
                ) + 201
              ),
              0
            )
            when (
              floor(
                ("no2" / 1.913010681846544) * power(10, 0) + 0.000001
              ) / power(10, 0)
            ) <= 2049 then round(
              (
                (
                  (
                    (
                      floor(
                        ("no2" / 1.913010681846544) * power(10, 0) + 0.000001
                      ) / power(10, 0)
                    ) - 1250
                  ) * 0.2490613266583229
                ) + 301
              ),
              0
            )
            when "no2" is not null then 500
          end,
          -1
        )
      ),
      -1
    ) as integer
  ) as "us_aqi",
  case
    when greatest(
      coalesce(
        case
          when "pm25_nowcast" < 0 then 0
          when (
            floor("pm25_nowcast" * power(10, 1) + 0.000001) / power(10, 1)
          ) <= 9 then round(
            (
              (
                (
                  (
                    floor("pm25_nowcast" * power(10, 1) + 0.000001) / power(10, 1)
                  ) - 0
                ) * 5.555555555555555
              ) + 0
            ),
            0
          )
          when (
            floor("pm25_nowcast" * power(10, 1) + 0.000001) / power(10, 1)
          ) <= 35.4 then round(
            (
              (
                (
                  (
                    floor("pm25_nowcast" * power(10, 1) + 0.000001) / power(10, 1)
                  ) - 9.1
                ) * 1.8631178707224336
              ) + 51
            ),
            0
          )
          when (
            floor("pm25_nowcast" * power(10, 1) + 0.000001) / power(10, 1)
          ) <= 55.4 then round(
            (
              (
                (
                  (
                    floor("pm25_nowcast" * power(10, 1) + 0.000001) / power(10, 1)
                  ) - 35.5
                ) * 2.462311557788945
              ) + 101
            ),
            0
          )
          when (
            floor("pm25_nowcast" * power(10, 1) + 0.000001) / power(10, 1)
          ) <= 125.4 then round(
            (
              (
                (
                  (
                    floor("pm25_nowcast" * power(10, 1) + 0.000001) / power(10, 1)
                  ) - 55.5
                ) * 0.7010014306151645
              ) + 151
            ),
            0
          )
          when (
            floor("pm25_nowcast" * power(10, 1) + 0.000001) / power(10, 1)
          ) <= 225.4 then round(
            (
              (
                (
                  (
                    floor("pm25_nowcast" * power(10, 1) + 0.000001) / power(10, 1)
                  ) - 125.5
                ) * 0.990990990990991
              ) + 201
            ),
            0
          )
          when (
            floor("pm25_nowcast" * power(10, 1) + 0.000001) / power(10, 1)
          ) <= 325.4 then round(
            (
              (
                (
                  (
                    floor("pm25_nowcast" * power(10, 1) + 0.000001) / power(10, 1)
                  ) - 225.5
                ) * 1.9919919919919924
              ) + 301
            ),
            0
          )
          when "pm25_nowcast" is not null then 500
        end,
        -1
      ),
      coalesce(
        case
          when "pm10_nowcast" < 0 then 0
          when (
            floor("pm10_nowcast" * power(10, 0) + 0.000001) / power(10, 0)
          ) <= 54 then round(
            (
              (
                (
                  (
                    floor("pm10_nowcast" * power(10, 0) + 0.000001) / power(10, 0)
                  ) - 0
                ) * 0.9259259259259259
              ) + 0
            ),
            0
          )
          when (
            floor("pm10_nowcast" * power(10, 0) + 0.000001) / power(10, 0)
          ) <= 154 then round(
            (
              (
                (
                  (
                    floor("pm10_nowcast" * power(10, 0) + 0.000001) / power(10, 0)
                  ) - 55
                ) * 0.494949494949495
              ) + 51
            ),
            0
          )
          when (
            floor("pm10_nowcast" * power(10, 0) + 0.000001) / power(10, 0)
          ) <= 254 then round(
            (
              (
                (
                  (
                    floor("pm10_nowcast" * power(10, 0) + 0.000001) / power(10, 0)
                  ) - 155
                ) * 0.494949494949495
              ) + 101
            ),
            0
          )
          when (
            floor("pm10_nowcast" * power(10, 0) + 0.000001) / power(10, 0)
          ) <= 354 then round(
            (
              (
                (
                  (
                    floor("pm10_nowcast" * power(10, 0) + 0.000001) / power(10, 0)
                  ) - 255
                ) * 0.494949494949495
              ) + 151
            ),
            0
          )
          when (
            floor("pm10_nowcast" * power(10, 0) + 0.000001) / power(10, 0)
          ) <= 424 then round(
            (
              (
                (
                  (
                    floor("pm10_nowcast" * power(10, 0) + 0.000001) / power(10, 0)
                  ) - 355
                ) * 1.434782608695652
              ) + 201
            ),
            0
          )
          when (
            floor("pm10_nowcast" * power(10, 0) + 0.000001) / power(10, 0)
          ) <= 604 then round(
            (
              (
                (
                  (
                    floor("pm10_nowcast" * power(10, 0) + 0.000001) / power(10, 0)
                  ) - 425
                ) * 1.111731843575419
              ) + 301
            ),
            0
          )
          when "pm10_nowcast" is not null then 500
        end,
        -1
      ),
      coalesce(
        case
          when "o3_8h" < 0 then 0
          when (
            floor(
              ("o3_8h" / 1.9958632491173973) * power(10, 0) + 0.000001
            ) / power(10, 0)
          ) <= 54 then round(
            (
              (
                (
                  (
                    floor(
                      ("o3_8h" / 1.9958632491173973) * power(10, 0) + 0.000001
                    ) / power(10, 0)
                  ) - 0
                ) * 0.9259259259259259
              ) + 0
            ),
            0
          )
          when (
            floor(
              ("o3_8h" / 1.9958632491173973) * power(10, 0) + 0.000001
            ) / power(10, 0)
          ) <= 70 then round(
            (
              (
                (
                  (
                    floor(
                      ("o3_8h" / 1.9958632491173973) * power(10, 0) + 0.000001
                    ) / power(10, 0)
                  ) - 55
                ) * 3.2666666666666666
              ) + 51
            ),
            0
          )
          when (
            floor(
              ("o3_8h" / 1.9958632491173973) * power(10, 0) + 0.000001
            ) / power(10, 0)
          ) <= 85 then round(
            (
              (
                (
                  (
                    floor(
                      ("o3_8h" / 1.9958632491173973) * power(10, 0) + 0.000001
                    ) / power(10, 0)
                  ) - 71
                ) * 3.5
              ) + 101
            ),
            0
          )
          when (
            floor(
              ("o3_8h" / 1.9958632491173973) * power(10, 0) + 0.000001
            ) / power(10, 0)
          ) <= 105 then round(
            (
              (
                (
                  (
                    floor(
                      ("o3_8h" / 1.9958632491173973) * power(10, 0) + 0.000001
                    ) / power(10, 0)
                  ) - 86
                ) * 2.5789473684210527
              ) + 151
            ),
            0
          )
          when (
            floor(
              ("o3_8h" / 1.9958632491173973) * power(10, 0) + 0.000001
            ) / power(10, 0)
          ) <= 200 then round(
            (
              (
                (
                  (
                    floor(
                      ("o3_8h" / 1.9958632491173973) * power(10, 0) + 0.000001
                    ) / power(10, 0)
                  ) - 106
                ) * 1.053191489361702
              ) + 201
            ),
            0
          )
          when "o3_8h" is not null then 300
        end,
        -1
      ),
      coalesce(
        case
          when "o3" < 249.48290613967467 then null
          when (
            floor(
              ("o3" / 1.9958632491173973) * power(10, 0) + 0.000001
            ) / power(10, 0)
          ) <= 164 then round(
            (
              (
                (
                  (
                    floor(
                      ("o3" / 1.9958632491173973) * power(10, 0) + 0.000001
                    ) / power(10, 0)
                  ) - 125
                ) * 1.2564102564102564
              ) + 101
            ),
            0
          )
          when (
            floor(
              ("o3" / 1.9958632491173973) * power(10, 0) + 0.000001
            ) / power(10, 0)
          ) <= 204 then round(
            (
              (
                (
                  (
                    floor(
                      ("o3" / 1.9958632491173973) * power(10, 0) + 0.000001
                    ) / power(10, 0)
                  ) - 165
                ) * 1.2564102564102564
              ) + 151
            ),
            0
          )
          when (
            floor(
              ("o3" / 1.9958632491173973) * power(10, 0) + 0.000001
            ) / power(10, 0)
          ) <= 404 then round(
            (
              (
                (
                  (
                    floor(
                      ("o3" / 1.9958632491173973) * power(10, 0) + 0.000001
                    ) / power(10, 0)
                  ) - 205
                ) * 0.49748743718592964
              ) + 201
            ),
            0
          )
          when (
            floor(
              ("o3" / 1.9958632491173973) * power(10, 0) + 0.000001
            ) / power(10, 0)
          ) <= 604 then round(
            (
              (
                (
                  (
                    floor(
                      ("o3" / 1.9958632491173973) * power(10, 0) + 0.000001
                    ) / power(10, 0)
                  ) - 405
                ) * 1
              ) + 301
            ),
            0
          )
          when "o3" is not null then 500
        end,
        -1
      ),
      coalesce(
        case
          when "co_8h" < 0 then 0
          when (
            floor(
              ("co_8h" / 1.164717896741079) * power(10, 1) + 0.000001
            ) / power(10, 1)
          ) <= 4.4 then round(
            (
              (
                (
                  (
                    floor(
                      ("co_8h" / 1.164717896741079) * power(10, 1) + 0.000001
                    ) / power(10, 1)
                  ) - 0
                ) * 11.363636363636363
              ) + 0
            ),
            0
          )
          when (
            floor(
              ("co_8h" / 1.164717896741079) * power(10, 1) + 0.000001
            ) / power(10, 1)
          ) <= 9.4 then round(
            (
              (
                (
                  (
                    floor(
                      ("co_8h" / 1.164717896741079) * power(10, 1) + 0.000001
                    ) / power(10, 1)
                  ) - 4.5
                ) * 10
              ) + 51
            ),
            0
          )
          when (
            floor(
              ("co_8h" / 1.164717896741079) * power(10, 1) + 0.000001
            ) / power(10, 1)
          ) <= 12.4 then round(
            (
              (
                (
                  (
                    floor(
                      ("co_8h" / 1.164717896741079) * power(10, 1) + 0.000001
                    ) / power(10, 1)
                  ) - 9.5
                ) * 16.89655172413793
              ) + 101
            ),
            0
          )
          when (
            floor(
              ("co_8h" / 1.164717896741079) * power(10, 1) + 0.000001
            ) / power(10, 1)
          ) <= 15.4 then round(
            (
              (
                (
                  (
                    floor(
                      ("co_8h" / 1.164717896741079) * power(10, 1) + 0.000001
                    ) / power(10, 1)
                  ) - 12.5
                ) * 16.89655172413793
              ) + 151
            ),
            0
          )
          when (
            floor(
              ("co_8h" / 1.164717896741079) * power(10, 1) + 0.000001
            ) / power(10, 1)
          ) <= 30.4 then round(
            (
              (
                (
                  (
                    floor(
                      ("co_8h" / 1.164717896741079) * power(10, 1) + 0.000001
                    ) / power(10, 1)
                  ) - 15.5
                ) * 6.644295302013424
              ) + 201
            ),
            0
          )
          when (
            floor(
              ("co_8h" / 1.164717896741079) * power(10, 1) + 0.000001
            ) / power(10, 1)
          ) <= 50.4 then round(
            (
              (
                (
                  (
                    floor(
                      ("co_8h" / 1.164717896741079) * power(10, 1) + 0.000001
                    ) / power(10, 1)
                  ) - 30.5
                ) * 10
              ) + 301
            ),
            0
          )
          when "co_8h" is not null then 500
        end,
        -1
      ),
      coalesce(
        case
          when "so2" < 0 then 0
          when (
            floor(
              ("so2" / 2.6640063110536936) * power(10, 0) + 0.000001
            ) / power(10, 0)
          ) <= 35 then round(
            (
              (
                (
                  (
                    floor(
                      ("so2" / 2.6640063110536936) * power(10, 0) + 0.000001
                    ) / power(10, 0)
                  ) - 0
                ) * 1.4285714285714286
              ) + 0
            ),
            0
          )
          when (
            floor(
              ("so2" / 2.6640063110536936) * power(10, 0) + 0.000001
            ) / power(10, 0)
          ) <= 75 then round(
            (
              (
                (
                  (
                    floor(
                      ("so2" / 2.6640063110536936) * power(10, 0) + 0.000001
                    ) / power(10, 0)
                  ) - 36
                ) * 1.2564102564102564
              ) + 51
            ),
            0
          )
          when (
            floor(
              ("so2" / 2.6640063110536936) * power(10, 0) + 0.000001
            ) / power(10, 0)
          ) <= 185 then round(
            (
              (
                (
                  (
                    floor(
                      ("so2" / 2.6640063110536936) * power(10, 0) + 0.000001
                    ) / power(10, 0)
                  ) - 76
                ) * 0.44954128440366975
              ) + 101
            ),
            0
          )
          when (
            floor(
              ("so2" / 2.6640063110536936) * power(10, 0) + 0.000001
            ) / power(10, 0)
          ) <= 304 then round(
            (
              (
                (
                  (
                    floor(
                      ("so2" / 2.6640063110536936) * power(10, 0) + 0.000001
                    ) / power(10, 0)
                  ) - 186
                ) * 0.4152542372881356
              ) + 151
            ),
            0
          )
          when "so2" is not null then 200
        end,
        -1
      ),
      coalesce(
        case
          when "so2_24h" < 812.5219248713765 then null
          when (
            floor(
              ("so2_24h" / 2.6640063110536936) * power(10, 0) + 0.000001
            ) / power(10, 0)
          ) <= 604 then round(
            (
              (
                (
                  (
                    floor(
                      ("so2_24h" / 2.6640063110536936) * power(10, 0) + 0.000001
                    ) / power(10, 0)
                  ) - 305
                ) * 0.3311036789297659
              ) + 201
            ),
            0
          )
          when (
            floor(
              ("so2_24h" / 2.6640063110536936) * power(10, 0) + 0.000001
            ) / power(10, 0)
          ) <= 1004 then round(
            (
              (
                (
                  (
                    floor(
                      ("so2_24h" / 2.6640063110536936) * power(10, 0) + 0.000001
                    ) / power(10, 0)
                  ) - 605
                ) * 0.49874686716791977
              ) + 301
            ),
            0
          )
          when "so2_24h" is not null then 500
        end,
        -1
      ),
      coalesce(
        case
          when "no2" < 0 then 0
          when (
            floor(
              ("no2" / 1.913010681846544) * power(10, 0) + 0.000001
            ) / power(10, 0)
          ) <= 53 then round(
            (
              (
                (
                  (
                    floor(
                      ("no2" / 1.913010681846544) * power(10, 0) + 0.000001
                    ) / power(10, 0)
                  ) - 0
                ) * 0.9433962264150944
              ) + 0
            ),
            0
          )
          when (
            floor(
              ("no2" / 1.913010681846544) * power(10, 0) + 0.000001
            ) / power(10, 0)
          ) <= 100 then round(
            (
              (
                (
                  (
                    floor(
                      ("no2" / 1.913010681846544) * power(10, 0) + 0.000001
                    ) / power(10, 0)
                  ) - 54
                ) * 1.065217391304348
              ) + 51
            ),
            0
          )
          when (
            floor(
              ("no2" / 1.913010681846544) * power(10, 0) + 0.000001
            ) / power(10, 0)
          ) <= 360 then round(
            (
              (
                (
                  (
                    floor(
                      ("no2" / 1.913010681846544) * power(10, 0) + 0.000001
                    ) / power(10, 0)
                  ) - 101
                ) * 0.1891891891891892
              ) + 101
            ),
            0
          )
          when (
            floor(
              ("no2" / 1.913010681846544) * power(10, 0) + 0.000001
            ) / power(10, 0)
          ) <= 649 then round(
            (
              (
                (
                  (
                    floor(
                      ("no2" / 1.913010681846544) * power(10, 0) + 0.000001
                    ) / power(10, 0)
                  ) - 361
                ) * 0.1701388888888889
              ) + 151
            ),
            0
          )
          when (
            floor(
              ("no2" / 1.913010681846544) * power(10, 0) + 0.000001
            ) / power(10, 0)
          ) <= 1249 then round(
            (
              (
                (
                  (
                    floor(
                      ("no2" / 1.913010681846544) * power(10, 0) + 0.000001
                    ) / power(10, 0)
                  ) - 650
                ) * 0.1652754590984975
              ) + 201
            ),
            0
          )
          when (
            floor(
              ("no2" / 1.913010681846544) * power(10, 0) + 0.000001
            ) / power(10, 0)
          ) <= 2049 then round(
            (
              (
                (
                  (
                    floor(
                      ("no2" / 1.913010681846544) * power(10, 0) + 0.000001
                    ) / power(10, 0)
                  ) - 1250
                ) * 0.2490613266583229
              ) + 301
            ),
            0
          )
          when "no2" is not null then 500
        end,
        -1
      )
    ) < 0 then cast(null as varchar)
    when case
      when "pm25_nowcast" < 0 then 0
      when (
        floor("pm25_nowcast" * power(10, 1) + 0.000001) / power(10, 1)
      ) <= 9 then round(
        (
          (
            (
              (
                floor("pm25_nowcast" * power(10, 1) + 0.000001) / power(10, 1)
              ) - 0
            ) * 5.555555555555555
          ) + 0
        ),
        0
      )
      when (
        floor("pm25_nowcast" * power(10, 1) + 0.000001) / power(10, 1)
      ) <= 35.4 then round(
        (
          (
            (
              (
                floor("pm25_nowcast" * power(10, 1) + 0.000001) / power(10, 1)
              ) - 9.1
            ) * 1.8631178707224336
          ) + 51
        ),
        0
      )
      when (
        floor("pm25_nowcast" * power(10, 1) + 0.000001) / power(10, 1)
      ) <= 55.4 then round(
        (
          (
            (
              (
                floor("pm25_nowcast" * power(10, 1) + 0.000001) / power(10, 1)
              ) - 35.5
            ) * 2.462311557788945
          ) + 101
        ),
        0
      )
      when (
        floor("pm25_nowcast" * power(10, 1) + 0.000001) / power(10, 1)
      ) <= 125.4 then round(
        (
          (
            (
              (
                floor("pm25_nowcast" * power(10, 1) + 0.000001) / power(10, 1)
              ) - 55.5
            ) * 0.7010014306151645
          ) + 151
        ),
        0
      )
      when (
        floor("pm25_nowcast" * power(10, 1) + 0.000001) / power(10, 1)
      ) <= 225.4 then round(
        (
          (
            (
              (
                floor("pm25_nowcast" * power(10, 1) + 0.000001) / power(10, 1)
              ) - 125.5
            ) * 0.990990990990991
          ) + 201
        ),
        0
      )
      when (
        floor("pm25_nowcast" * power(10, 1) + 0.000001) / power(10, 1)
      ) <= 325.4 then round(
        (
          (
            (
              (
                floor("pm25_nowcast" * power(10, 1) + 0.000001) / power(10, 1)
              ) - 225.5
            ) * 1.9919919919919924
          ) + 301
        ),
        0
      )
      when "pm25_nowcast" is not null then 500
    end = greatest(
      coalesce(
        case
          when "pm25_nowcast" < 0 then 0
          when (
            floor("pm25_nowcast" * power(10, 1) + 0.000001) / power(10, 1)
          ) <= 9 then round(
            (
              (
                (
                  (
                    floor("pm25_nowcast" * power(10, 1) + 0.000001) / power(10, 1)
                  ) - 0
                ) * 5.555555555555555
              ) + 0
            ),
            0
          )
          when (
            floor("pm25_nowcast" * power(10, 1) + 0.000001) / power(10, 1)
          ) <= 35.4 then round(
            (
              (
                (
                  (
                    floor("pm25_nowcast" * power(10, 1) + 0.000001) / power(10, 1)
                  ) - 9.1
                ) * 1.8631178707224336
              ) + 51
            ),
            0
          )
          when (
            floor("pm25_nowcast" * power(10, 1) + 0.000001) / power(10, 1)
          ) <= 55.4 then round(
            (
              (
                (
                  (
                    floor("pm25_nowcast" * power(10, 1) + 0.000001) / power(10, 1)
                  ) - 35.5
                ) * 2.462311557788945
              ) + 101
            ),
            0
          )
          when (
            floor("pm25_nowcast" * power(10, 1) + 0.000001) / power(10, 1)
          ) <= 125.4 then round(
            (
              (
                (
                  (
                    floor("pm25_nowcast" * power(10, 1) + 0.000001) / power(10, 1)
                  ) - 55.5
                ) * 0.7010014306151645
              ) + 151
            ),
            0
          )
          when (
            floor("pm25_nowcast" * power(10, 1) + 0.000001) / power(10, 1)
          ) <= 225.4 then round(
            (
              (
                (
                  (
                    floor("pm25_nowcast" * power(10, 1) + 0.000001) / power(10, 1)
                  ) - 125.5
                ) * 0.990990990990991
              ) + 201
            ),
            0
          )
          when (
            floor("pm25_nowcast" * power(10, 1) + 0.000001) / power(10, 1)
          ) <= 325.4 then round(
            (
              (
                (
                  (
                    floor("pm25_nowcast" * power(10, 1) + 0.000001) / power(10, 1)
                  ) - 225.5
                ) * 1.9919919919919924
              ) + 301
            ),
            0
          )
          when "pm25_nowcast" is not null then 500
        end,
        -1
      ),
      coalesce(
        case
          when "pm10_nowcast" < 0 then 0
          when (
            floor("pm10_nowcast" * power(10, 0) + 0.000001) / power(10, 0)
          ) <= 54 then round(
            (
              (
                (
                  (
                    floor("pm10_nowcast" * power(10, 0) + 0.000001) / power(10, 0)
                  ) - 0
                ) * 0.9259259259259259
              ) + 0
            ),
            0
          )
          when (
            floor("pm10_nowcast" * power(10, 0) + 0.000001) / power(10, 0)
          ) <= 154 then round(
            (
              (
                (
                  (
                    floor("pm10_nowcast" * power(10, 0) + 0.000001) / power(10, 0)
                  ) - 55
                ) * 0.494949494949495
              ) + 51
            ),
            0
          )
          when (
            floor("pm10_nowcast" * power(10, 0) + 0.000001) / power(10, 0)
          ) <= 254 then round(
            (
              (
                (
                  (
                    floor("pm10_nowcast" * power(10, 0) + 0.000001) / power(10, 0)
                  ) - 155
                ) * 0.494949494949495
              ) + 101
            ),
            0
          )
          when (
            floor("pm10_nowcast" * power(10, 0) + 0.000001) / power(10, 0)
          ) <= 354 then round(
            (
              (
                (
                  (
                    floor("pm10_nowcast" * power(10, 0) + 0.000001) / power(10, 0)
                  ) - 255
                ) * 0.494949494949495
              ) + 151
            ),
            0
          )
          when (
            floor("pm10_nowcast" * power(10, 0) + 0.000001) / power(10, 0)
          ) <= 424 then round(
            (
              (
                (
                  (
                    floor("pm10_nowcast" * power(10, 0) + 0.000001) / power(10, 0)
                  ) - 355
                ) * 1.434782608695652
              ) + 201
            ),
            0
          )
          when (
            floor("pm10_nowcast" * power(10, 0) + 0.000001) / power(10, 0)
          ) <= 604 then round(
            (
              (
                (
                  (
                    floor("pm10_nowcast" * power(10, 0) + 0.000001) / power(10, 0)
                  ) - 425
                ) * 1.111731843575419
              ) + 301
            ),
            0
          )
          when "pm10_nowcast" is not null then 500
        end,
        -1
      ),
      coalesce(
        case
          when "o3_8h" < 0 then 0
          when (
            floor(
              ("o3_8h" / 1.9958632491173973) * power(10, 0) + 0.000001
            ) / power(10, 0)
          ) <= 54 then round(
            (
              (
                (
                  (
                    floor(
                      ("o3_8h" / 1.9958632491173973) * power(10, 0) + 0.000001
                    ) / power(10, 0)
                  ) - 0
                ) * 0.9259259259259259
              ) + 0
            ),
            0
          )
          when (
            floor(
              ("o3_8h" / 1.9958632491173973) * power(10, 0) + 0.000001
            ) / power(10, 0)
          ) <= 70 then round(
            (
              (
                (
                  (
                    floor(
                      ("o3_8h" / 1.9958632491173973) * power(10, 0) + 0.000001
                    ) / power(10, 0)
                  ) - 55
                ) * 3.2666666666666666
              ) + 51
            ),
            0
          )
          when (
            floor(
              ("o3_8h" / 1.9958632491173973) * power(10, 0) + 0.000001
            ) / power(10, 0)
          ) <= 85 then round(
            (
              (
                (
                  (
                    floor(
                      ("o3_8h" / 1.9958632491173973) * power(10, 0) + 0.000001
                    ) / power(10, 0)
                  ) - 71
                ) * 3.5
              ) + 101
            ),
            0
          )
          when (
            floor(
              ("o3_8h" / 1.9958632491173973) * power(10, 0) + 0.000001
            ) / power(10, 0)
          ) <= 105 then round(
            (
              (
                (
                  (
                    floor(
                      ("o3_8h" / 1.9958632491173973) * power(10, 0) + 0.000001
                    ) / power(10, 0)
                  ) - 86
                ) * 2.5789473684210527
              ) + 151
            ),
            0
          )
          when (
            floor(
              ("o3_8h" / 1.9958632491173973) * power(10, 0) + 0.000001
            ) / power(10, 0)
          ) <= 200 then round(
            (
              (
                (
                  (
                    floor(
                      ("o3_8h" / 1.9958632491173973) * power(10, 0) + 0.000001
                    ) / power(10, 0)
                  ) - 106
                ) * 1.053191489361702
              ) + 201
            ),
            0
          )
          when "o3_8h" is not null then 300
        end,
        -1
      ),
      coalesce(
        case
          when "o3" < 249.48290613967467 then null
          when (
            floor(
              ("o3" / 1.9958632491173973) * power(10, 0) + 0.000001
            ) / power(10, 0)
          ) <= 164 then round(
            (
              (
                (
                  (
                    floor(
                      ("o3" / 1.9958632491173973) * power(10, 0) + 0.000001
                    ) / power(10, 0)
                  ) - 125
                ) * 1.2564102564102564
              ) + 101
            ),
            0
          )
          when (
            floor(
              ("o3" / 1.9958632491173973) * power(10, 0) + 0.000001
            ) / power(10, 0)
          ) <= 204 then round(
            (
              (
                (
                  (
                    floor(
                      ("o3" / 1.9958632491173973) * power(10, 0) + 0.000001
                    ) / power(10, 0)
                  ) - 165
                ) * 1.2564102564102564
              ) + 151
            ),
            0
          )
          when (
            floor(
              ("o3" / 1.9958632491173973) * power(10, 0) + 0.000001
            ) / power(10, 0)
          ) <= 404 then round(
            (
              (
                (
                  (
                    floor(
                      ("o3" / 1.9958632491173973) * power(10, 0) + 0.000001
                    ) / power(10, 0)
                  ) - 205
                ) * 0.49748743718592964
              ) + 201
            ),
            0
          )
          when (
            floor(
              ("o3" / 1.9958632491173973) * power(10, 0) + 0.000001
            ) / power(10, 0)
          ) <= 604 then round(
            (
              (
                (
                  (
                    floor(
                      ("o3" / 1.9958632491173973) * power(10, 0) + 0.000001
                    ) / power(10, 0)
                  ) - 405
                ) * 1
              ) + 301
            ),
            0
          )
          when "o3" is not null then 500
        end,
        -1
      ),
      coalesce(
        case
          when "co_8h" < 0 then 0
          when (
            floor(
              ("co_8h" / 1.164717896741079) * power(10, 1) + 0.000001
            ) / power(10, 1)
          ) <= 4.4 then round(
            (
              (
                (
                  (
                    floor(
                      ("co_8h" / 1.164717896741079) * power(10, 1) + 0.000001
                    ) / power(10, 1)
                  ) - 0
                ) * 11.363636363636363
              ) + 0
            ),
            0
          )
          when (
            floor(
              ("co_8h" / 1.164717896741079) * power(10, 1) + 0.000001
            ) / power(10, 1)
          ) <= 9.4 then round(
            (
              (
                (
                  (
                    floor(
                      ("co_8h" / 1.164717896741079) * power(10, 1) + 0.000001
                    ) / power(10, 1)
                  ) - 4.5
                ) * 10
              ) + 51
            ),
            0
          )
          when (
            floor(
              ("co_8h" / 1.164717896741079) * power(10, 1) + 0.000001
            ) / power(10, 1)
          ) <= 12.4 then round(
            (
              (
                (
                  (
                    floor(
                      ("co_8h" / 1.164717896741079) * power(10, 1) + 0.000001
                    ) / power(10, 1)
                  ) - 9.5
                ) * 16.89655172413793
              ) + 101
            ),
            0
          )
          when (
            floor(
              ("co_8h" / 1.164717896741079) * power(10, 1) + 0.000001
            ) / power(10, 1)
          ) <= 15.4 then round(
            (
              (
                (
                  (
                    floor(
                      ("co_8h" / 1.164717896741079) * power(10, 1) + 0.000001
                    ) / power(10, 1)
                  ) - 12.5
                ) * 16.89655172413793
              ) + 151
            ),
            0
          )
          when (
            floor(
              ("co_8h" / 1.164717896741079) * power(10, 1) + 0.000001
            ) / power(10, 1)
          ) <= 30.4 then round(
            (
              (
                (
                  (
                    floor(
                      ("co_8h" / 1.164717896741079) * power(10, 1) + 0.000001
                    ) / power(10, 1)
                  ) - 15.5
                ) * 6.644295302013424
              ) + 201
            ),
            0
          )
          when (
            floor(
              ("co_8h" / 1.164717896741079) * power(10, 1) + 0.000001
            ) / power(10, 1)
          ) <= 50.4 then round(
            (
              (
                (
                  (
                    floor(
                      ("co_8h" / 1.164717896741079) * power(10, 1) + 0.000001
                    ) / power(10, 1)
                  ) - 30.5
                ) * 10
              ) + 301
            ),
            0
          )
          when "co_8h" is not null then 500
        end,
        -1
      ),
      coalesce(
        case
          when "so2" < 0 then 0
          when (
            floor(
              ("so2" / 2.6640063110536936) * power(10, 0) + 0.000001
            ) / power(10, 0)
          ) <= 35 then round(
            (
              (
                (
                  (
                    floor(
                      ("so2" / 2.6640063110536936) * power(10, 0) + 0.000001
                    ) / power(10, 0)
                  ) - 0
                ) * 1.4285714285714286
              ) + 0
            ),
            0
          )
          when (
            floor(
              ("so2" / 2.6640063110536936) * power(10, 0) + 0.000001
            ) / power(10, 0)
          ) <= 75 then round(
            (
              (
                (
                  (
                    floor(
                      ("so2" / 2.6640063110536936) * power(10, 0) + 0.000001
                    ) / power(10, 0)
                  ) - 36
                ) * 1.2564102564102564
              ) + 51
            ),
            0
          )
          when (
            floor(
              ("so2" / 2.6640063110536936) * power(10, 0) + 0.000001
            ) / power(10, 0)
          ) <= 185 then round(
            (
              (
                (
                  (
                    floor(
                      ("so2" / 2.6640063110536936) * power(10, 0) + 0.000001
                    ) / power(10, 0)
                  ) - 76
                ) * 0.44954128440366975
              ) + 101
            ),
            0
          )
          when (
            floor(
              ("so2" / 2.6640063110536936) * power(10, 0) + 0.000001
            ) / power(10, 0)
          ) <= 304 then round(
            (
              (
                (
                  (
                    floor(
                      ("so2" / 2.6640063110536936) * power(10, 0) + 0.000001
                    ) / power(10, 0)
                  ) - 186
                ) * 0.4152542372881356
              ) + 151
            ),
            0
          )
          when "so2" is not null then 200
        end,
        -1
      ),
      coalesce(
        case
          when "so2_24h" < 812.5219248713765 then null
          when (
            floor(
              ("so2_24h" / 2.6640063110536936) * power(10, 0) + 0.000001
            ) / power(10, 0)
          ) <= 604 then round(
            (
              (
                (
                  (
                    floor(
                      ("so2_24h" / 2.6640063110536936) * power(10, 0) + 0.000001
                    ) / power(10, 0)
                  ) - 305
                ) * 0.3311036789297659
              ) + 201
            ),
            0
          )
          when (
            floor(
              ("so2_24h" / 2.6640063110536936) * power(10, 0) + 0.000001
            ) / power(10, 0)
          ) <= 1004 then round(
            (
              (
                (
                  (
                    floor(
                      ("so2_24h" / 2.6640063110536936) * power(10, 0) + 0.000001
                    ) / power(10, 0)
                  ) - 605
                ) * 0.49874686716791977
              ) + 301
            ),
            0
          )
          when "so2_24h" is not null then 500
        end,
        -1
      ),
      coalesce(
        case
          when "no2" < 0 then 0
          when (
            floor(
              ("no2" / 1.913010681846544) * power(10, 0) + 0.000001
            ) / power(10, 0)
          ) <= 53 then round(
            (
              (
                (
                  (
                    floor(
                      ("no2" / 1.913010681846544) * power(10, 0) + 0.000001
                    ) / power(10, 0)
                  ) - 0
                ) * 0.9433962264150944
              ) + 0
            ),
            0
          )
          when (
            floor(
              ("no2" / 1.913010681846544) * power(10, 0) + 0.000001
            ) / power(10, 0)
          ) <= 100 then round(
            (
              (
                (
                  (
                    floor(
                      ("no2" / 1.913010681846544) * power(10, 0) + 0.000001
                    ) / power(10, 0)
                  ) - 54
                ) * 1.065217391304348
              ) + 51
            ),
            0
          )
          when (
            floor(
              ("no2" / 1.913010681846544) * power(10, 0) + 0.000001
            ) / power(10, 0)
          ) <= 360 then round(
            (
              (
                (
                  (
                    floor(
                      ("no2" / 1.913010681846544) * power(10, 0) + 0.000001
                    ) / power(10, 0)
                  ) - 101
                ) * 0.1891891891891892
              ) + 101
            ),
            0
          )
          when (
            floor(
              ("no2" / 1.913010681846544) * power(10, 0) + 0.000001
            ) / power(10, 0)
          ) <= 649 then round(
            (
              (
                (
                  (
                    floor(
                      ("no2" / 1.913010681846544) * power(10, 0) + 0.000001
                    ) / power(10, 0)
                  ) - 361
                ) * 0.1701388888888889
              ) + 151
            ),
            0
          )
          when (
            floor(
              ("no2" / 1.913010681846544) * power(10, 0) + 0.000001
            ) / power(10, 0)
          ) <= 1249 then round(
            (
              (
                (
                  (
                    floor(
                      ("no2" / 1.913010681846544) * power(10, 0) + 0.000001
                    ) / power(10, 0)
                  ) - 650
                ) * 0.1652754590984975
              ) + 201
            ),
            0
          )
          when (
            floor(
              ("no2" / 1.913010681846544) * power(10, 0) + 0.000001
            ) / power(10, 0)
          ) <= 2049 then round(
            (
              (
                (
                  (
                    floor(
                      ("no2" / 1.913010681846544) * power(10, 0) + 0.000001
                    ) / power(10, 0)
                  ) - 1250
                ) * 0.2490613266583229
              ) + 301
            ),
            0
          )
          when "no2" is not null then 500
        end,
        -1
      )
    ) then 'pm25'
    when case
      when "pm10_nowcast" < 0 then 0
      when (
        floor("pm10_nowcast" * power(10, 0) + 0.000001) / power(10, 0)
      ) <= 54 then round(
        (
          (
            (
              (
                floor("pm10_nowcast" * power(10, 0) + 0.000001) / power(10, 0)
              ) - 0
            ) * 0.9259259259259259
          ) + 0
        ),
        0
      )
      when (
        floor("pm10_nowcast" * power(10, 0) + 0.000001) / power(10, 0)
      ) <= 154 then round(
        (
          (
            (
              (
                floor("pm10_nowcast" * power(10, 0) + 0.000001) / power(10, 0)
              ) - 55
            ) * 0.494949494949495
          ) + 51
        ),
        0
      )
      when (
        floor("pm10_nowcast" * power(10, 0) + 0.000001) / power(10, 0)
      ) <= 254 then round(
        (
          (
            (
              (
                floor("pm10_nowcast" * power(10, 0) + 0.000001) / power(10, 0)
              ) - 155
            ) * 0.494949494949495
          ) + 101
        ),
        0
      )
      when (
        floor("pm10_nowcast" * power(10, 0) + 0.000001) / power(10, 0)
      ) <= 354 then round(
        (
          (
            (
              (
                floor("pm10_nowcast" * power(10, 0) + 0.000001) / power(10, 0)
              ) - 255
            ) * 0.494949494949495
          ) + 151
        ),
        0
      )
      when (
        floor("pm10_nowcast" * power(10, 0) + 0.000001) / power(10, 0)
      ) <= 424 then round(
        (
          (
            (
              (
                floor("pm10_nowcast" * power(10, 0) + 0.000001) / power(10, 0)
              ) - 355
            ) * 1.434782608695652
          ) + 201
        ),
        0
      )
      when (
        floor("pm10_nowcast" * power(10, 0) + 0.000001) / power(10, 0)
      ) <= 604 then round(
        (
          (
            (
              (
                floor("pm10_nowcast" * power(10, 0) + 0.000001) / power(10, 0)
              ) - 425
            ) * 1.111731843575419
          ) + 301
        ),
        0
      )
      when "pm10_nowcast" is not null then 500
    end = greatest(
      coalesce(
        case
          when "pm25_nowcast" < 0 then 0
          when (
            floor("pm25_nowcast" * power(10, 1) + 0.000001) / power(10, 1)
          ) <= 9 then round(
            (
              (
                (
                  (
                    floor("pm25_nowcast" * power(10, 1) + 0.000001) / power(10, 1)
                  ) - 0
                ) * 5.555555555555555
              ) + 0
            ),
            0
          )
          when (
            floor("pm25_nowcast" * power(10, 1) + 0.000001) / power(10, 1)
          ) <= 35.4 then round(
            (
              (
                (
                  (
                    floor("pm25_nowcast" * power(10, 1) + 0.000001) / power(10, 1)
                  ) - 9.1
                ) * 1.8631178707224336
              ) + 51
            ),
            0
          )
          when (
            floor("pm25_nowcast" * power(10, 1) + 0.000001) / power(10, 1)
          ) <= 55.4 then round(
            (
              (
                (
                  (
                    floor("pm25_nowcast" * power(10, 1) + 0.000001) / power(10, 1)
                  ) - 35.5
                ) * 2.462311557788945
              ) + 101
            ),
            0
          )
          when (
            floor("pm25_nowcast" * power(10, 1) + 0.000001) / power(10, 1)
          ) <= 125.4 then round(
            (
              (
                (
                  (
                    floor("pm25_nowcast" * power(10, 1) + 0.000001) / power(10, 1)
                  ) - 55.5
                ) * 0.7010014306151645
              ) + 151
            ),
            0
          )
          when (
            floor("pm25_nowcast" * power(10, 1) + 0.000001) / power(10, 1)
          ) <= 225.4 then round(
            (
              (
                (
                  (
                    floor("pm25_nowcast" * power(10, 1) + 0.000001) / power(10, 1)
                  ) - 125.5
                ) * 0.990990990990991
              ) + 201
            ),
            0
          )
          when (
            floor("pm25_nowcast" * power(10, 1) + 0.000001) / power(10, 1)
          ) <= 325.4 then round(
            (
              (
                (
                  (
                    floor("pm25_nowcast" * power(10, 1) + 0.000001) / power(10, 1)
                  ) - 225.5
                ) * 1.9919919919919924
              ) + 301
            ),
            0
          )
          when "pm25_nowcast" is not null then 500
        end,
        -1
      ),
      coalesce(
        case
          when "pm10_nowcast" < 0 then 0
          when (
            floor("pm10_nowcast" * power(10, 0) + 0.000001) / power(10, 0)
          ) <= 54 then round(
            (
              (
                (
                  (
                    floor("pm10_nowcast" * power(10, 0) + 0.000001) / power(10, 0)
                  ) - 0
                ) * 0.9259259259259259
              ) + 0
            ),
            0
          )
          when (
            floor("pm10_nowcast" * power(10, 0) + 0.000001) / power(10, 0)
          ) <= 154 then round(
            (
              (
                (
                  (
                    floor("pm10_nowcast" * power(10, 0) + 0.000001) / power(10, 0)
                  ) - 55
                ) * 0.494949494949495
              ) + 51
            ),
            0
          )
          when (
            floor("pm10_nowcast" * power(10, 0) + 0.000001) / power(10, 0)
          ) <= 254 then round(
            (
              (
                (
                  (
                    floor("pm10_nowcast" * power(10, 0) + 0.000001) / power(10, 0)
                  ) - 155
                ) * 0.494949494949495
              ) + 101
            ),
            0
          )
          when (
            floor("pm10_nowcast" * power(10, 0) + 0.000001) / power(10, 0)
          ) <= 354 then round(
            (
              (
                (
                  (
                    floor("pm10_nowcast" * power(10, 0) + 0.000001) / power(10, 0)
                  ) - 255
                ) * 0.494949494949495
              ) + 151
            ),
            0
          )
          when (
            floor("pm10_nowcast" * power(10, 0) + 0.000001) / power(10, 0)
          ) <= 424 then round(
            (
              (
                (
                  (
                    floor("pm10_nowcast" * power(10, 0) + 0.000001) / power(10, 0)
                  ) - 355
                ) * 1.434782608695652
              ) + 201
            ),
            0
          )
          when (
            floor("pm10_nowcast" * power(10, 0) + 0.000001) / power(10, 0)
          ) <= 604 then round(
            (
              (
                (
                  (
                    floor("pm10_nowcast" * power(10, 0) + 0.000001) / power(10, 0)
                  ) - 425
                ) * 1.111731843575419
              ) + 301
            ),
            0
          )
          when "pm10_nowcast" is not null then 500
        end,
        -1
      ),
      coalesce(
        case
          when "o3_8h" < 0 then 0
          when (
            floor(
              ("o3_8h" / 1.9958632491173973) * power(10, 0) + 0.000001
            ) / power(10, 0)
          ) <= 54 then round(
            (
              (
                (
                  (
                    floor(
                      ("o3_8h" / 1.9958632491173973) * power(10, 0) + 0.000001
                    ) / power(10, 0)
                  ) - 0
                ) * 0.9259259259259259
              ) + 0
            ),
            0
          )
          when (
            floor(
              ("o3_8h" / 1.9958632491173973) * power(10, 0) + 0.000001
            ) / power(10, 0)
          ) <= 70 then round(
            (
              (
                (
                  (
                    floor(
                      ("o3_8h" / 1.9958632491173973) * power(10, 0) + 0.000001
                    ) / power(10, 0)
                  ) - 55
                ) * 3.2666666666666666
              ) + 51
            ),
            0
          )
          when (
            floor(
              ("o3_8h" / 1.9958632491173973) * power(10, 0) + 0.000001
            ) / power(10, 0)
          ) <= 85 then round(
            (
              (
                (
                  (
                    floor(
                      ("o3_8h" / 1.9958632491173973) * power(10, 0) + 0.000001
                    ) / power(10, 0)
                  ) - 71
                ) * 3.5
              ) + 101
            ),
            0
          )
          when (
            floor(
              ("o3_8h" / 1.9958632491173973) * power(10, 0) + 0.000001
            ) / power(10, 0)
          ) <= 105 then round(
            (
              (
                (
                  (
                    floor(
                      ("o3_8h" / 1.9958632491173973) * power(10, 0) + 0.000001
                    ) / power(10, 0)
                  ) - 86
                ) * 2.5789473684210527
              ) + 151
            ),
            0
          )
          when (
            floor(
              ("o3_8h" / 1.9958632491173973) * power(10, 0) + 0.000001
            ) / power(10, 0)
          ) <= 200 then round(
            (
              (
                (
                  (
                    floor(
                      ("o3_8h" / 1.9958632491173973) * power(10, 0) + 0.000001
                    ) / power(10, 0)
                  ) - 106
                ) * 1.053191489361702
              ) + 201
            ),
            0
          )
          when "o3_8h" is not null then 300
        end,
        -1
      ),
      coalesce(
        case
          when "o3" < 249.48290613967467 then null
          when (
            floor(
              ("o3" / 1.9958632491173973) * power(10, 0) + 0.000001
            ) / power(10, 0)
          ) <= 164 then round(
            (
              (
                (
                  (
                    floor(
                      ("o3" / 1.9958632491173973) * power(10, 0) + 0.000001
                    ) / power(10, 0)
                  ) - 125
                ) * 1.2564102564102564
              ) + 101
            ),
            0
          )
          when (
            floor(
              ("o3" / 1.9958632491173973) * power(10, 0) + 0.000001
            ) / power(10, 0)
          ) <= 204 then round(
            (
              (
                (
                  (
                    floor(
                      ("o3" / 1.9958632491173973) * power(10, 0) + 0.000001
                    ) / power(10, 0)
                  ) - 165
                ) * 1.2564102564102564
              ) + 151
            ),
            0
          )
          when (
            floor(
              ("o3" / 1.9958632491173973) * power(10, 0) + 0.000001
            ) / power(10, 0)
          ) <= 404 then round(
            (
              (
                (
                  (
                    floor(
                      ("o3" / 1.9958632491173973) * power(10, 0) + 0.000001
                    ) / power(10, 0)
                  ) - 205
                ) * 0.49748743718592964
              ) + 201
            ),
            0
          )
          when (
            floor(
              ("o3" / 1.9958632491173973) * power(10, 0) + 0.000001
            ) / power(10, 0)
          ) <= 604 then round(
            (
              (
                (
                  (
                    floor(
                      ("o3" / 1.9958632491173973) * power(10, 0) + 0.000001
                    ) / power(10, 0)
                  ) - 405
                ) * 1
              ) + 301
            ),
            0
          )
          when "o3" is not null then 500
        end,
        -1
      ),
      coalesce(
        case
          when "co_8h" < 0 then 0
          when (
            floor(
              ("co_8h" / 1.164717896741079) * power(10, 1) + 0.000001
            ) / power(10, 1)
          ) <= 4.4 then round(
            (
              (
                (
                  (
                    floor(
                      ("co_8h" / 1.164717896741079) * power(10, 1) + 0.000001
                    ) / power(10, 1)
                  ) - 0
                ) * 11.363636363636363
              ) + 0
            ),
            0
          )
          when (
            floor(
              ("co_8h" / 1.164717896741079) * power(10, 1) + 0.000001
            ) / power(10, 1)
          ) <= 9.4 then round(
            (
              (
                (
                  (
                    floor(
                      ("co_8h" / 1.164717896741079) * power(10, 1) + 0.000001
                    ) / power(10, 1)
                  ) - 4.5
                ) * 10
              ) + 51
            ),
            0
          )
          when (
            floor(
              ("co_8h" / 1.164717896741079) * power(10, 1) + 0.000001
            ) / power(10, 1)
          ) <= 12.4 then round(
            (
              (
                (
                  (
                    floor(
                      ("co_8h" / 1.164717896741079) * power(10, 1) + 0.000001
                    ) / power(10, 1)
                  ) - 9.5
                ) * 16.89655172413793
              ) + 101
            ),
            0
          )
          when (
            floor(
              ("co_8h" / 1.164717896741079) * power(10, 1) + 0.000001
            ) / power(10, 1)
          ) <= 15.4 then round(
            (
              (
                (
                  (
                    floor(
                      ("co_8h" / 1.164717896741079) * power(10, 1) + 0.000001
                    ) / power(10, 1)
                  ) - 12.5
                ) * 16.89655172413793
              ) + 151
            ),
            0
          )
          when (
            floor(
              ("co_8h" / 1.164717896741079) * power(10, 1) + 0.000001
            ) / power(10, 1)
          ) <= 30.4 then round(
            (
              (
                (
                  (
                    floor(
                      ("co_8h" / 1.164717896741079) * power(10, 1) + 0.000001
                    ) / power(10, 1)
                  ) - 15.5
                ) * 6.644295302013424
              ) + 201
            ),
            0
          )
          when (
            floor(
              ("co_8h" / 1.164717896741079) * power(10, 1) + 0.000001
            ) / power(10, 1)
          ) <= 50.4 then round(
            (
              (
                (
                  (
                    floor(
                      ("co_8h" / 1.164717896741079) * power(10, 1) + 0.000001
                    ) / power(10, 1)
                  ) - 30.5
                ) * 10
              ) + 301
            ),
            0
          )
          when "co_8h" is not null then 500
        end,
        -1
      ),
      coalesce(
        case
          when "so2" < 0 then 0
          when (
            floor(
              ("so2" / 2.6640063110536936) * power(10, 0) + 0.000001
            ) / power(10, 0)
          ) <= 35 then round(
            (
              (
                (
                  (
                    floor(
                      ("so2" / 2.6640063110536936) * power(10, 0) + 0.000001
                    ) / power(10, 0)
                  ) - 0
                ) * 1.4285714285714286
              ) + 0
            ),
            0
          )
          when (
            floor(
              ("so2" / 2.6640063110536936) * power(10, 0) + 0.000001
            ) / power(10, 0)
          ) <= 75 then round(
            (
              (
                (
                  (
                    floor(
                      ("so2" / 2.6640063110536936) * power(10, 0) + 0.000001
                    ) / power(10, 0)
                  ) - 36
                ) * 1.2564102564102564
              ) + 51
            ),
            0
          )
          when (
            floor(
              ("so2" / 2.6640063110536936) * power(10, 0) + 0.000001
            ) / power(10, 0)
          ) <= 185 then round(
            (
              (
                (
                  (
                    floor(
                      ("so2" / 2.6640063110536936) * power(10, 0) + 0.000001
                    ) / power(10, 0)
                  ) - 76
                ) * 0.44954128440366975
              ) + 101
            ),
            0
          )
          when (
            floor(
              ("so2" / 2.6640063110536936) * power(10, 0) + 0.000001
            ) / power(10, 0)
          ) <= 304 then round(
            (
              (
                (
                  (
                    floor(
                      ("so2" / 2.6640063110536936) * power(10, 0) + 0.000001
                    ) / power(10, 0)
                  ) - 186
                ) * 0.4152542372881356
              ) + 151
            ),
            0
          )
          when "so2" is not null then 200
        end,
        -1
      ),
      coalesce(
        case
          when "so2_24h" < 812.5219248713765 then null
          when (
            floor(
              ("so2_24h" / 2.6640063110536936) * power(10, 0) + 0.000001
            ) / power(10, 0)
          ) <= 604 then round(
            (
              (
                (
                  (
                    floor(
                      ("so2_24h" / 2.6640063110536936) * power(10, 0) + 0.000001
                    ) / power(10, 0)
                  ) - 305
                ) * 0.3311036789297659
              ) + 201
            ),
            0
          )
          when (
            floor(
              ("so2_24h" / 2.6640063110536936) * power(10, 0) + 0.000001
            ) / power(10, 0)
          ) <= 1004 then round(
            (
              (
                (
                  (
                    floor(
                      ("so2_24h" / 2.6640063110536936) * power(10, 0) + 0.000001
                    ) / power(10, 0)
                  ) - 605
                ) * 0.49874686716791977
              ) + 301
            ),
            0
          )
          when "so2_24h" is not null then 500
        end,
        -1
      ),
      coalesce(
        case
          when "no2" < 0 then 0
          when (
            floor(
              ("no2" / 1.913010681846544) * power(10, 0) + 0.000001
            ) / power(10, 0)
          ) <= 53 then round(
            (
              (
                (
                  (
                    floor(
                      ("no2" / 1.913010681846544) * power(10, 0) + 0.000001
                    ) / power(10, 0)
                  ) - 0
                ) * 0.9433962264150944
              ) + 0
            ),
            0
          )
          when (
            floor(
              ("no2" / 1.913010681846544) * power(10, 0) + 0.000001
            ) / power(10, 0)
          ) <= 100 then round(
            (
              (
                (
                  (
                    floor(
                      ("no2" / 1.913010681846544) * power(10, 0) + 0.000001
                    ) / power(10, 0)
                  ) - 54
                ) * 1.065217391304348
              ) + 51
            ),
            0
          )
          when (
            floor(
              ("no2" / 1.913010681846544) * power(10, 0) + 0.000001
            ) / power(10, 0)
          ) <= 360 then round(
            (
              (
                (
                  (
                    floor(
                      ("no2" / 1.913010681846544) * power(10, 0) + 0.000001
                    ) / power(10, 0)
                  ) - 101
                ) * 0.1891891891891892
              ) + 101
            ),
            0
          )
          when (
            floor(
              ("no2" / 1.913010681846544) * power(10, 0) + 0.000001
            ) / power(10, 0)
          ) <= 649 then round(
            (
              (
                (
                  (
                    floor(
                      ("no2" / 1.913010681846544) * power(10, 0) + 0.000001
                    ) / power(10, 0)
                  ) - 361
                ) * 0.1701388888888889
              ) + 151
            ),
            0
          )
          when (
            floor(
              ("no2" / 1.913010681846544) * power(10, 0) + 0.000001
            ) / power(10, 0)
          ) <= 1249 then round(
            (
              (
                (
                  (
                    floor(
                      ("no2" / 1.913010681846544) * power(10, 0) + 0.000001
                    ) / power(10, 0)
                  ) - 650
                ) * 0.1652754590984975
              ) + 201
            ),
            0
          )
          when (
            floor(
              ("no2" / 1.913010681846544) * power(10, 0) + 0.000001
            ) / power(10, 0)
          ) <= 2049 then round(
            (
              (
                (
                  (
                    floor(
                      ("no2" / 1.913010681846544) * power(10, 0) + 0.000001
                    ) / power(10, 0)
                  ) - 1250
                ) * 0.2490613266583229
              ) + 301
            ),
            0
          )
          when "no2" is not null then 500
        end,
        -1
      )
    ) then 'pm10'
    when case
      when "o3_8h" < 0 then 0
      when (
        floor(
          ("o3_8h" / 1.9958632491173973) * power(10, 0) + 0.000001
        ) / power(10, 0)
      ) <= 54 then round(
        (
          (
            (
              (
                floor(
                  ("o3_8h" / 1.9958632491173973) * power(10, 0) + 0.000001
                ) / power(10, 0)
              ) - 0
            ) * 0.9259259259259259
          ) + 0
        ),
        0
      )
      when (
        floor(
          ("o3_8h" / 1.9958632491173973) * power(10, 0) + 0.000001
        ) / power(10, 0)
      ) <= 70 then round(
        (
          (
            (
              (
                floor(
                  ("o3_8h" / 1.9958632491173973) * power(10, 0) + 0.000001
                ) / power(10, 0)
              ) - 55
            ) * 3.2666666666666666
          ) + 51
        ),
        0
      )
      when (
        floor(
          ("o3_8h" / 1.9958632491173973) * power(10, 0) + 0.000001
        ) / power(10, 0)
      ) <= 85 then round(
        (
          (
            (
              (
                floor(
                  ("o3_8h" / 1.9958632491173973) * power(10, 0) + 0.000001
                ) / power(10, 0)
              ) - 71
            ) * 3.5
          ) + 101
        ),
        0
      )
      when (
        floor(
          ("o3_8h" / 1.9958632491173973) * power(10, 0) + 0.000001
        ) / power(10, 0)
      ) <= 105 then round(
        (
          (
            (
              (
                floor(
                  ("o3_8h" / 1.9958632491173973) * power(10, 0) + 0.000001
                ) / power(10, 0)
              ) - 86
            ) * 2.5789473684210527
          ) + 151
        ),
        0
      )
      when (
        floor(
          ("o3_8h" / 1.9958632491173973) * power(10, 0) + 0.000001
        ) / power(10, 0)
      ) <= 200 then round(
        (
          (
            (
              (
                floor(
                  ("o3_8h" / 1.9958632491173973) * power(10, 0) + 0.000001
                ) / power(10, 0)
              ) - 106
            ) * 1.053191489361702
          ) + 201
        ),
        0
      )
      when "o3_8h" is not null then 300
    end = greatest(
      coalesce(
        case
          when "pm25_nowcast" < 0 then 0
          when (
            floor("pm25_nowcast" * power(10, 1) + 0.000001) / power(10, 1)
          ) <= 9 then round(
            (
              (
                (
                  (
                    floor("pm25_nowcast" * power(10, 1) + 0.000001) / power(10, 1)
                  ) - 0
                ) * 5.555555555555555
              ) + 0
            ),
            0
          )
          when (
            floor("pm25_nowcast" * power(10, 1) + 0.000001) / power(10, 1)
          ) <= 35.4 then round(
            (
              (
                (
                  (
                    floor("pm25_nowcast" * power(10, 1) + 0.000001) / power(10, 1)
                  ) - 9.1
                ) * 1.8631178707224336
              ) + 51
            ),
            0
          )
          when (
            floor("pm25_nowcast" * power(10, 1) + 0.000001) / power(10, 1)
          ) <= 55.4 then round(
            (
              (
                (
                  (
                    floor("pm25_nowcast" * power(10, 1) + 0.000001) / power(10, 1)
                  ) - 35.5
                ) * 2.462311557788945
              ) + 101
            ),
            0
          )
          when (
            floor("pm25_nowcast" * power(10, 1) + 0.000001) / power(10, 1)
          ) <= 125.4 then round(
            (
              (
                (
                  (
                    floor("pm25_nowcast" * power(10, 1) + 0.000001) / power(10, 1)
                  ) - 55.5
                ) * 0.7010014306151645
              ) + 151
            ),
            0
          )
          when (
            floor("pm25_nowcast" * power(10, 1) + 0.000001) / power(10, 1)
          ) <= 225.4 then round(
            (
              (
                (
                  (
                    floor("pm25_nowcast" * power(10, 1) + 0.000001) / power(10, 1)
                  ) - 125.5
                ) * 0.990990990990991
              ) + 201
            ),
            0
          )
          when (
            floor("pm25_nowcast" * power(10, 1) + 0.000001) / power(10, 1)
          ) <= 325.4 then round(
            (
              (
                (
                  (
                    floor("pm25_nowcast" * power(10, 1) + 0.000001) / power(10, 1)
                  ) - 225.5
                ) * 1.9919919919919924
              ) + 301
            ),
            0
          )
          when "pm25_nowcast" is not null then 500
        end,
        -1
      ),
      coalesce(
        case
          when "pm10_nowcast" < 0 then 0
          when (
            floor("pm10_nowcast" * power(10, 0) + 0.000001) / power(10, 0)
          ) <= 54 then round(
            (
              (
                (
                  (
                    floor("pm10_nowcast" * power(10, 0) + 0.000001) / power(10, 0)
                  ) - 0
                ) * 0.9259259259259259
              ) + 0
            ),
            0
          )
          when (
            floor("pm10_nowcast" * power(10, 0) + 0.000001) / power(10, 0)
          ) <= 154 then round(
            (
              (
                (
                  (
                    floor("pm10_nowcast" * power(10, 0) + 0.000001) / power(10, 0)
                  ) - 55
                ) * 0.494949494949495
              ) + 51
            ),
            0
          )
          when (
            floor("pm10_nowcast" * power(10, 0) + 0.000001) / power(10, 0)
          ) <= 254 then round(
            (
              (
                (
                  (
                    floor("pm10_nowcast" * power(10, 0) + 0.000001) / power(10, 0)
                  ) - 155
                ) * 0.494949494949495
              ) + 101
            ),
            0
          )
          when (
            floor("pm10_nowcast" * power(10, 0) + 0.000001) / power(10, 0)
          ) <= 354 then round(
            (
              (
                (
                  (
                    floor("pm10_nowcast" * power(10, 0) + 0.000001) / power(10, 0)
                  ) - 255
                ) * 0.494949494949495
              ) + 151
            ),
            0
          )
          when (
            floor("pm10_nowcast" * power(10, 0) + 0.000001) / power(10, 0)
          ) <= 424 then round(
            (
              (
                (
                  (
                    floor("pm10_nowcast" * power(10, 0) + 0.000001) / power(10, 0)
                  ) - 355
                ) * 1.434782608695652
              ) + 201
            ),
            0
          )
          when (
            floor("pm10_nowcast" * power(10, 0) + 0.000001) / power(10, 0)
          ) <= 604 then round(
            (
              (
                (
                  (
                    floor("pm10_nowcast" * power(10, 0) + 0.000001) / power(10, 0)
                  ) - 425
                ) * 1.111731843575419
              ) + 301
            ),
            0
          )
          when "pm10_nowcast" is not null then 500
        end,
        -1
      ),
      coalesce(
        case
          when "o3_8h" < 0 then 0
          when (
            floor(
              ("o3_8h" / 1.9958632491173973) * power(10, 0) + 0.000001
            ) / power(10, 0)
          ) <= 54 then round(
            (
              (
                (
                  (
                    floor(
                      ("o3_8h" / 1.9958632491173973) * power(10, 0) + 0.000001
                    ) / power(10, 0)
                  ) - 0
                ) * 0.9259259259259259
              ) + 0
            ),
            0
          )
          when (
            floor(
              ("o3_8h" / 1.9958632491173973) * power(10, 0) + 0.000001
            ) / power(10, 0)
          ) <= 70 then round(
            (
              (
                (
                  (
                    floor(
                      ("o3_8h" / 1.9958632491173973) * power(10, 0) + 0.000001
                    ) / power(10, 0)
                  ) - 55
                ) * 3.2666666666666666
              ) + 51
            ),
            0
          )
          when (
            floor(
              ("o3_8h" / 1.9958632491173973) * power(10, 0) + 0.000001
            ) / power(10, 0)
          ) <= 85 then round(
            (
              (
                (
                  (
                    floor(
                      ("o3_8h" / 1.9958632491173973) * power(10, 0) + 0.000001
                    ) / power(10, 0)
                  ) - 71
                ) * 3.5
              ) + 101
            ),
            0
          )
          when (
            floor(
              ("o3_8h" / 1.9958632491173973) * power(10, 0) + 0.000001
            ) / power(10, 0)
          ) <= 105 then round(
            (
              (
                (
                  (
                    floor(
                      ("o3_8h" / 1.9958632491173973) * power(10, 0) + 0.000001
                    ) / power(10, 0)
                  ) - 86
                ) * 2.5789473684210527
              ) + 151
            ),
            0
          )
          when (
            floor(
              ("o3_8h" / 1.9958632491173973) * power(10, 0) + 0.000001
            ) / power(10, 0)
          ) <= 200 then round(
            (
              (
                (
                  (
                    floor(
                      ("o3_8h" / 1.9958632491173973) * power(10, 0) + 0.000001
                    ) / power(10, 0)
                  ) - 106
                ) * 1.053191489361702
              ) + 201
            ),
            0
          )
          when "o3_8h" is not null then 300
        end,
        -1
      ),
      coalesce(
        case
          when "o3" < 249.48290613967467 then null
          when (
            floor(
              ("o3" / 1.9958632491173973) * power(10, 0) + 0.000001
            ) / power(10, 0)
          ) <= 164 then round(
            (
              (
                (
                  (
                    floor(
                      ("o3" / 1.9958632491173973) * power(10, 0) + 0.000001
                    ) / power(10, 0)
                  ) - 125
                ) * 1.2564102564102564
              ) + 101
            ),
            0
          )
          when (
            floor(
              ("o3" / 1.9958632491173973) * power(10, 0) + 0.000001
            ) / power(10, 0)
          ) <= 204 then round(
            (
              (
                (
                  (
                    floor(
                      ("o3" / 1.9958632491173973) * power(10, 0) + 0.000001
                    ) / power(10, 0)
                  ) - 165
                ) * 1.2564102564102564
              ) + 151
            ),
            0
          )
          when (
            floor(
              ("o3" / 1.9958632491173973) * power(10, 0) + 0.000001
            ) / power(10, 0)
          ) <= 404 then round(
            (
              (
                (
                  (
                    floor(
                      ("o3" / 1.9958632491173973) * power(10, 0) + 0.000001
                    ) / power(10, 0)
                  ) - 205
                ) * 0.49748743718592964
              ) + 201
            ),
            0
          )
          when (
            floor(
              ("o3" / 1.9958632491173973) * power(10, 0) + 0.000001
            ) / power(10, 0)
          ) <= 604 then round(
            (
              (
                (
                  (
                    floor(
                      ("o3" / 1.9958632491173973) * power(10, 0) + 0.000001
                    ) / power(10, 0)
                  ) - 405
                ) * 1
              ) + 301
            ),
            0
          )
          when "o3" is not null then 500
        end,
        -1
      ),
      coalesce(
        case
          when "co_8h" < 0 then 0
          when (
            floor(
              ("co_8h" / 1.164717896741079) * power(10, 1) + 0.000001
            ) / power(10, 1)
          ) <= 4.4 then round(
            (
              (
                (
                  (
                    floor(
                      ("co_8h" / 1.164717896741079) * power(10, 1) + 0.000001
                    ) / power(10, 1)
                  ) - 0
                ) * 11.363636363636363
              ) + 0
            ),
            0
          )
          when (
            floor(
              ("co_8h" / 1.164717896741079) * power(10, 1) + 0.000001
            ) / power(10, 1)
          ) <= 9.4 then round(
            (
              (
                (
                  (
                    floor(
                      ("co_8h" / 1.164717896741079) * power(10, 1) + 0.000001
                    ) / power(10, 1)
                  ) - 4.5
                ) * 10
              ) + 51
            ),
            0
          )
          when (
            floor(
              ("co_8h" / 1.164717896741079) * power(10, 1) + 0.000001
            ) / power(10, 1)
          ) <= 12.4 then round(
            (
              (
                (
                  (
                    floor(
                      ("co_8h" / 1.164717896741079) * power(10, 1) + 0.000001
                    ) / power(10, 1)
                  ) - 9.5
                ) * 16.89655172413793
              ) + 101
            ),
            0
          )
          when (
            floor(
              ("co_8h" / 1.164717896741079) * power(10, 1) + 0.000001
            ) / power(10, 1)
          ) <= 15.4 then round(
            (
              (
                (
                  (
                    floor(
                      ("co_8h" / 1.164717896741079) * power(10, 1) + 0.000001
                    ) / power(10, 1)
                  ) - 12.5
                ) * 16.89655172413793
              ) + 151
            ),
            0
          )
          when (
            floor(
              ("co_8h" / 1.164717896741079) * power(10, 1) + 0.000001
            ) / power(10, 1)
          ) <= 30.4 then round(
            (
              (
                (
                  (
                    floor(
                      ("co_8h" / 1.164717896741079) * power(10, 1) + 0.000001
                    ) / power(10, 1)
                  ) - 15.5
                ) * 6.644295302013424
              ) + 201
            ),
            0
          )
          when (
            floor(
              ("co_8h" / 1.164717896741079) * power(10, 1) + 0.000001
            ) / power(10, 1)
          ) <= 50.4 then round(
            (
              (
                (
                  (
                    floor(
                      ("co_8h" / 1.164717896741079) * power(10, 1) + 0.000001
                    ) / power(10, 1)
                  ) - 30.5
                ) * 10
              ) + 301
            ),
            0
          )
          when "co_8h" is not null then 500
        end,
        -1
      ),
      coalesce(
        case
          when "so2" < 0 then 0
          when (
            floor(
              ("so2" / 2.6640063110536936) * power(10, 0) + 0.000001
            ) / power(10, 0)
          ) <= 35 then round(
            (
              (
                (
                  (
                    floor(
                      ("so2" / 2.6640063110536936) * power(10, 0) + 0.000001
                    ) / power(10, 0)
                  ) - 0
                ) * 1.4285714285714286
              ) + 0
            ),
            0
          )
          when (
            floor(
              ("so2" / 2.6640063110536936) * power(10, 0) + 0.000001
            ) / power(10, 0)
          ) <= 75 then round(
            (
              (
                (
                  (
                    floor(
                      ("so2" / 2.6640063110536936) * power(10, 0) + 0.000001
                    ) / power(10, 0)
                  ) - 36
                ) * 1.2564102564102564
              ) + 51
            ),
            0
          )
          when (
            floor(
              ("so2" / 2.6640063110536936) * power(10, 0) + 0.000001
            ) / power(10, 0)
          ) <= 185 then round(
            (
              (
                (
                  (
                    floor(
                      ("so2" / 2.6640063110536936) * power(10, 0) + 0.000001
                    ) / power(10, 0)
                  ) - 76
                ) * 0.44954128440366975
              ) + 101
            ),
            0
          )
          when (
            floor(
              ("so2" / 2.6640063110536936) * power(10, 0) + 0.000001
            ) / power(10, 0)
          ) <= 304 then round(
            (
              (
                (
                  (
                    floor(
                      ("so2" / 2.6640063110536936) * power(10, 0) + 0.000001
                    ) / power(10, 0)
                  ) - 186
                ) * 0.4152542372881356
              ) + 151
            ),
            0
          )
          when "so2" is not null then 200
        end,
        -1
      ),
      coalesce(
        case
          when "so2_24h" < 812.5219248713765 then null
          when (
            floor(
              ("so2_24h" / 2.6640063110536936) * power(10, 0) + 0.000001
            ) / power(10, 0)
          ) <= 604 then round(
            (
              (
                (
                  (
                    floor(
                      ("so2_24h" / 2.6640063110536936) * power(10, 0) + 0.000001
                    ) / power(10, 0)
                  ) - 305
                ) * 0.3311036789297659
              ) + 201
            ),
            0
          )
          when (
            floor(
              ("so2_24h" / 2.6640063110536936) * power(10, 0) + 0.000001
            ) / power(10, 0)
          ) <= 1004 then round(
            (
              (
                (
                  (
                    floor(
                      ("so2_24h" / 2.6640063110536936) * power(10, 0) + 0.000001
                    ) / power(10, 0)
                  ) - 605
                ) * 0.49874686716791977
              ) + 301
            ),
            0
          )
          when "so2_24h" is not null then 500
        end,
        -1
      ),
      coalesce(
        case
          when "no2" < 0 then 0
          when (
            floor(
              ("no2" / 1.913010681846544) * power(10, 0) + 0.000001
            ) / power(10, 0)
          ) <= 53 then round(
            (
              (
                (
                  (
                    floor(
                      ("no2" / 1.913010681846544) * power(10, 0) + 0.000001
                    ) / power(10, 0)
                  ) - 0
                ) * 0.9433962264150944
              ) + 0
            ),
            0
          )
          when (
            floor(
              ("no2" / 1.913010681846544) * power(10, 0) + 0.000001
            ) / power(10, 0)
          ) <= 100 then round(
            (
              (
                (
                  (
                    floor(
                      ("no2" / 1.913010681846544) * power(10, 0) + 0.000001
                    ) / power(10, 0)
                  ) - 54
                ) * 1.065217391304348
              ) + 51
            ),
            0
          )
          when (
            floor(
              ("no2" / 1.913010681846544) * power(10, 0) + 0.000001
            ) / power(10, 0)
          ) <= 360 then round(
            (
              (
                (
                  (
                    floor(
                      ("no2" / 1.913010681846544) * power(10, 0) + 0.000001
                    ) / power(10, 0)
                  ) - 101
                ) * 0.1891891891891892
              ) + 101
            ),
            0
          )
          when (
            floor(
              ("no2" / 1.913010681846544) * power(10, 0) + 0.000001
            ) / power(10, 0)
          ) <= 649 then round(
            (
              (
                (
                  (
                    floor(
                      ("no2" / 1.913010681846544) * power(10, 0) + 0.000001
                    ) / power(10, 0)
                  ) - 361
                ) * 0.1701388888888889
              ) + 151
            ),
            0
          )
          when (
            floor(
              ("no2" / 1.913010681846544) * power(10, 0) + 0.000001
            ) / power(10, 0)
          ) <= 1249 then round(
            (
              (
                (
                  (
                    floor(
                      ("no2" / 1.913010681846544) * power(10, 0) + 0.000001
                    ) / power(10, 0)
                  ) - 650
                ) * 0.1652754590984975
              ) + 201
            ),
            0
          )
          when (
            floor(
              ("no2" / 1.913010681846544) * power(10, 0) + 0.000001
            ) / power(10, 0)
          ) <= 2049 then round(
            (
              (
                (
                  (
                    floor(
                      ("no2" / 1.913010681846544) * power(10, 0) + 0.000001
                    ) / power(10, 0)
                  ) - 1250
                ) * 0.2490613266583229
              ) + 301
            ),
            0
          )
          when "no2" is not null then 500
        end,
        -1
      )
    ) then 'o3'
    when case
      when "o3" < 249.48290613967467 then null
      when (
        floor(
          ("o3" / 1.9958632491173973) * power(10, 0) + 0.000001
        ) / power(10, 0)
      ) <= 164 then round(
        (
          (
            (
              (
                floor(
                  ("o3" / 1.9958632491173973) * power(10, 0) + 0.000001
                ) / power(10, 0)
              ) - 125
            ) * 1.2564102564102564
          ) + 101
        ),
        0
      )
      when (
        floor(
          ("o3" / 1.9958632491173973) * power(10, 0) + 0.000001
        ) / power(10, 0)
      ) <= 204 then round(
        (
          (
            (
              (
                floor(
                  ("o3" / 1.9958632491173973) * power(10, 0) + 0.000001
                ) / power(10, 0)
              ) - 165
            ) * 1.2564102564102564
          ) + 151
        ),
        0
      )
      when (
        floor(
          ("o3" / 1.9958632491173973) * power(10, 0) + 0.000001
        ) / power(10, 0)
      ) <= 404 then round(
        (
          (
            (
              (
                floor(
                  ("o3" / 1.9958632491173973) * power(10, 0) + 0.000001
                ) / power(10, 0)
              ) - 205
            ) * 0.49748743718592964
          ) + 201
        ),
        0
      )
      when (
        floor(
          ("o3" / 1.9958632491173973) * power(10, 0) + 0.000001
        ) / power(10, 0)
      ) <= 604 then round(
        (
          (
            (
              (
                floor(
                  ("o3" / 1.9958632491173973) * power(10, 0) + 0.000001
                ) / power(10, 0)
              ) - 405
            ) * 1
          ) + 301
        ),
        0
      )
      when "o3" is not null then 500
    end = greatest(
      coalesce(
        case
          when "pm25_nowcast" < 0 then 0
          when (
            floor("pm25_nowcast" * power(10, 1) + 0.000001) / power(10, 1)
          ) <= 9 then round(
            (
              (
                (
                  (
                    floor("pm25_nowcast" * power(10, 1) + 0.000001) / power(10, 1)
                  ) - 0
                ) * 5.555555555555555
              ) + 0
            ),
            0
          )
          when (
            floor("pm25_nowcast" * power(10, 1) + 0.000001) / power(10, 1)
          ) <= 35.4 then round(
            (
              (
                (
                  (
                    floor("pm25_nowcast" * power(10, 1) + 0.000001) / power(10, 1)
                  ) - 9.1
                ) * 1.8631178707224336
              ) + 51
            ),
            0
          )
          when (
            floor("pm25_nowcast" * power(10, 1) + 0.000001) / power(10, 1)
          ) <= 55.4 then round(
            (
              (
                (
                  (
                    floor("pm25_nowcast" * power(10, 1) + 0.000001) / power(10, 1)
                  ) - 35.5
                ) * 2.462311557788945
              ) + 101
            ),
            0
          )
          when (
            floor("pm25_nowcast" * power(10, 1) + 0.000001) / power(10, 1)
          ) <= 125.4 then round(
            (
              (
                (
                  (
                    floor("pm25_nowcast" * power(10, 1) + 0.000001) / power(10, 1)
                  ) - 55.5
                ) * 0.7010014306151645
              ) + 151
            ),
            0
          )
          when (
            floor("pm25_nowcast" * power(10, 1) + 0.000001) / power(10, 1)
          ) <= 225.4 then round(
            (
              (
                (
                  (
                    floor("pm25_nowcast" * power(10, 1) + 0.000001) / power(10, 1)
                  ) - 125.5
                ) * 0.990990990990991
              ) + 201
            ),
            0
          )
          when (
            floor("pm25_nowcast" * power(10, 1) + 0.000001) / power(10, 1)
          ) <= 325.4 then round(
            (
              (
                (
                  (
                    floor("pm25_nowcast" * power(10, 1) + 0.000001) / power(10, 1)
                  ) - 225.5
                ) * 1.9919919919919924
              ) + 301
            ),
            0
          )
          when "pm25_nowcast" is not null then 500
        end,
        -1
      ),
      coalesce(
        case
          when "pm10_nowcast" < 0 then 0
          when (
            floor("pm10_nowcast" * power(10, 0) + 0.000001) / power(10, 0)
          ) <= 54 then round(
            (
              (
                (
                  (
                    floor("pm10_nowcast" * power(10, 0) + 0.000001) / power(10, 0)
                  ) - 0
                ) * 0.9259259259259259
              ) + 0
            ),
            0
          )
          when (
            floor("pm10_nowcast" * power(10, 0) + 0.000001) / power(10, 0)
          ) <= 154 then round(
            (
              (
                (
                  (
                    floor("pm10_nowcast" * power(10, 0) + 0.000001) / power(10, 0)
                  ) - 55
                ) * 0.494949494949495
              ) + 51
            ),
            0
          )
          when (
            floor("pm10_nowcast" * power(10, 0) + 0.000001) / power(10, 0)
          ) <= 254 then round(
            (
              (
                (
                  (
                    floor("pm10_nowcast" * power(10, 0) + 0.000001) / power(10, 0)
                  ) - 155
                ) * 0.494949494949495
              ) + 101
            ),
            0
          )
          when (
            floor("pm10_nowcast" * power(10, 0) + 0.000001) / power(10, 0)
          ) <= 354 then round(
            (
              (
                (
                  (
                    floor("pm10_nowcast" * power(10, 0) + 0.000001) / power(10, 0)
                  ) - 255
                ) * 0.494949494949495
              ) + 151
            ),
            0
          )
          when (
            floor("pm10_nowcast" * power(10, 0) + 0.000001) / power(10, 0)
          ) <= 424 then round(
            (
              (
                (
                  (
                    floor("pm10_nowcast" * power(10, 0) + 0.000001) / power(10, 0)
                  ) - 355
                ) * 1.434782608695652
              ) + 201
            ),
            0
          )
          when (
            floor("pm10_nowcast" * power(10, 0) + 0.000001) / power(10, 0)
          ) <= 604 then round(
            (
              (
                (
                  (
                    floor("pm10_nowcast" * power(10, 0) + 0.000001) / power(10, 0)
                  ) - 425
                ) * 1.111731843575419
              ) + 301
            ),
            0
          )
          when "pm10_nowcast" is not null then 500
        end,
        -1
      ),
      coalesce(
        case
          when "o3_8h" < 0 then 0
          when (
            floor(
              ("o3_8h" / 1.9958632491173973) * power(10, 0) + 0.000001
            ) / power(10, 0)
          ) <= 54 then round(
            (
              (
                (
                  (
                    floor(
                      ("o3_8h" / 1.9958632491173973) * power(10, 0) + 0.000001
                    ) / power(10, 0)
                  ) - 0
                ) * 0.9259259259259259
              ) + 0
            ),
            0
          )
          when (
            floor(
              ("o3_8h" / 1.9958632491173973) * power(10, 0) + 0.000001
            ) / power(10, 0)
          ) <= 70 then round(
            (
              (
                (
                  (
                    floor(
                      ("o3_8h" / 1.9958632491173973) * power(10, 0) + 0.000001
                    ) / power(10, 0)
                  ) - 55
                ) * 3.2666666666666666
              ) + 51
            ),
            0
          )
          when (
            floor(
              ("o3_8h" / 1.9958632491173973) * power(10, 0) + 0.000001
            ) / power(10, 0)
          ) <= 85 then round(
            (
              (
                (
                  (
                    floor(
                      ("o3_8h" / 1.9958632491173973) * power(10, 0) + 0.000001
                    ) / power(10, 0)
                  ) - 71
                ) * 3.5
              ) + 101
            ),
            0
          )
          when (
            floor(
              ("o3_8h" / 1.9958632491173973) * power(10, 0) + 0.000001
            ) / power(10, 0)
          ) <= 105 then round(
            (
              (
                (
                  (
                    floor(
                      ("o3_8h" / 1.9958632491173973) * power(10, 0) + 0.000001
                    ) / power(10, 0)
                  ) - 86
                ) * 2.5789473684210527
              ) + 151
            ),
            0
          )
          when (
            floor(
              ("o3_8h" / 1.9958632491173973) * power(10, 0) + 0.000001
            ) / power(10, 0)
          ) <= 200 then round(
            (
              (
                (
                  (
                    floor(
                      ("o3_8h" / 1.9958632491173973) * power(10, 0) + 0.000001
                    ) / power(10, 0)
                  ) - 106
                ) * 1.053191489361702
              ) + 201
            ),
            0
          )
          when "o3_8h" is not null then 300
        end,
        -1
      ),
      coalesce(
        case
          when "o3" < 249.48290613967467 then null
          when (
            floor(
              ("o3" / 1.9958632491173973) * power(10, 0) + 0.000001
            ) / power(10, 0)
          ) <= 164 then round(
            (
              (
                (
                  (
                    floor(
                      ("o3" / 1.9958632491173973) * power(10, 0) + 0.000001
                    ) / power(10, 0)
                  ) - 125
                ) * 1.2564102564102564
              ) + 101
            ),
            0
          )
          when (
            floor(
              ("o3" / 1.9958632491173973) * power(10, 0) + 0.000001
            ) / power(10, 0)
          ) <= 204 then round(
            (
              (
                (
                  (
                    floor(
                      ("o3" / 1.9958632491173973) * power(10, 0) + 0.000001
                    ) / power(10, 0)
                  ) - 165
                ) * 1.2564102564102564
              ) + 151
            ),
            0
          )
          when (
            floor(
              ("o3" / 1.9958632491173973) * power(10, 0) + 0.000001
            ) / power(10, 0)
          ) <= 404 then round(
            (
              (
                (
                  (
                    floor(
                      ("o3" / 1.9958632491173973) * power(10, 0) + 0.000001
                    ) / power(10, 0)
                  ) - 205
                ) * 0.49748743718592964
              ) + 201
            ),
            0
          )
          when (
            floor(
              ("o3" / 1.9958632491173973) * power(10, 0) + 0.000001
            ) / power(10, 0)
          ) <= 604 then round(
            (
              (
                (
                  (
                    floor(
                      ("o3" / 1.9958632491173973) * power(10, 0) + 0.000001
                    ) / power(10, 0)
                  ) - 405
                ) * 1
              ) + 301
            ),
            0
          )
          when "o3" is not null then 500
        end,
        -1
      ),
      coalesce(
        case
          when "co_8h" < 0 then 0
          when (
            floor(
              ("co_8h" / 1.164717896741079) * power(10, 1) + 0.000001
            ) / power(10, 1)
          ) <= 4.4 then round(
            (
              (
                (
                  (
                    floor(
                      ("co_8h" / 1.164717896741079) * power(10, 1) + 0.000001
                    ) / power(10, 1)
                  ) - 0
                ) * 11.363636363636363
              ) + 0
            ),
            0
          )
          when (
            floor(
              ("co_8h" / 1.164717896741079) * power(10, 1) + 0.000001
            ) / power(10, 1)
          ) <= 9.4 then round(
            (
              (
                (
                  (
                    floor(
                      ("co_8h" / 1.164717896741079) * power(10, 1) + 0.000001
                    ) / power(10, 1)
                  ) - 4.5
                ) * 10
              ) + 51
            ),
            0
          )
          when (
            floor(
              ("co_8h" / 1.164717896741079) * power(10, 1) + 0.000001
            ) / power(10, 1)
          ) <= 12.4 then round(
            (
              (
                (
                  (
                    floor(
                      ("co_8h" / 1.164717896741079) * power(10, 1) + 0.000001
                    ) / power(10, 1)
                  ) - 9.5
                ) * 16.89655172413793
              ) + 101
            ),
            0
          )
          when (
            floor(
              ("co_8h" / 1.164717896741079) * power(10, 1) + 0.000001
            ) / power(10, 1)
          ) <= 15.4 then round(
            (
              (
                (
                  (
                    floor(
                      ("co_8h" / 1.164717896741079) * power(10, 1) + 0.000001
                    ) / power(10, 1)
                  ) - 12.5
                ) * 16.89655172413793
              ) + 151
            ),
            0
          )
          when (
            floor(
              ("co_8h" / 1.164717896741079) * power(10, 1) + 0.000001
            ) / power(10, 1)
          ) <= 30.4 then round(
            (
              (
                (
                  (
                    floor(
                      ("co_8h" / 1.164717896741079) * power(10, 1) + 0.000001
                    ) / power(10, 1)
                  ) - 15.5
                ) * 6.644295302013424
              ) + 201
            ),
            0
          )
          when (
            floor(
              ("co_8h" / 1.164717896741079) * power(10, 1) + 0.000001
            ) / power(10, 1)
          ) <= 50.4 then round(
            (
              (
                (
                  (
                    floor(
                      ("co_8h" / 1.164717896741079) * power(10, 1) + 0.000001
                    ) / power(10, 1)
                  ) - 30.5
                ) * 10
              ) + 301
            ),
            0
          )
          when "co_8h" is not null then 500
        end,
        -1
      ),
      coalesce(
        case
          when "so2" < 0 then 0
          when (
            floor(
              ("so2" / 2.6640063110536936) * power(10, 0) + 0.000001
            ) / power(10, 0)
          ) <= 35 then round(
            (
              (
                (
                  (
                    floor(
                      ("so2" / 2.6640063110536936) * power(10, 0) + 0.000001
                    ) / power(10, 0)
                  ) - 0
                ) * 1.4285714285714286
              ) + 0
            ),
            0
          )
          when (
            floor(
              ("so2" / 2.6640063110536936) * power(10, 0) + 0.000001
            ) / power(10, 0)
          ) <= 75 then round(
            (
              (
                (
                  (
                    floor(
                      ("so2" / 2.6640063110536936) * power(10, 0) + 0.000001
                    ) / power(10, 0)
                  ) - 36
                ) * 1.2564102564102564
              ) + 51
            ),
            0
          )
          when (
            floor(
              ("so2" / 2.6640063110536936) * power(10, 0) + 0.000001
            ) / power(10, 0)
          ) <= 185 then round(
            (
              (
                (
                  (
                    floor(
                      ("so2" / 2.6640063110536936) * power(10, 0) + 0.000001
                    ) / power(10, 0)
                  ) - 76
                ) * 0.44954128440366975
              ) + 101
            ),
            0
          )
          when (
            floor(
              ("so2" / 2.6640063110536936) * power(10, 0) + 0.000001
            ) / power(10, 0)
          ) <= 304 then round(
            (
              (
                (
                  (
                    floor(
                      ("so2" / 2.6640063110536936) * power(10, 0) + 0.000001
                    ) / power(10, 0)
                  ) - 186
                ) * 0.4152542372881356
              ) + 151
            ),
            0
          )
          when "so2" is not null then 200
        end,
        -1
      ),
      coalesce(
        case
          when "so2_24h" < 812.5219248713765 then null
          when (
            floor(
              ("so2_24h" / 2.6640063110536936) * power(10, 0) + 0.000001
            ) / power(10, 0)
          ) <= 604 then round(
            (
              (
                (
                  (
                    floor(
                      ("so2_24h" / 2.6640063110536936) * power(10, 0) + 0.000001
                    ) / power(10, 0)
                  ) - 305
                ) * 0.3311036789297659
              ) + 201
            ),
            0
          )
          when (
            floor(
              ("so2_24h" / 2.6640063110536936) * power(10, 0) + 0.000001
            ) / power(10, 0)
          ) <= 1004 then round(
            (
              (
                (
                  (
                    floor(
                      ("so2_24h" / 2.6640063110536936) * power(10, 0) + 0.000001
                    ) / power(10, 0)
                  ) - 605
                ) * 0.49874686716791977
              ) + 301
            ),
            0
          )
          when "so2_24h" is not null then 500
        end,
        -1
      ),
      coalesce(
        case
          when "no2" < 0 then 0
          when (
            floor(
              ("no2" / 1.913010681846544) * power(10, 0) + 0.000001
            ) / power(10, 0)
          ) <= 53 then round(
            (
              (
                (
                  (
                    floor(
                      ("no2" / 1.913010681846544) * power(10, 0) + 0.000001
                    ) / power(10, 0)
                  ) - 0
                ) * 0.9433962264150944
              ) + 0
            ),
            0
          )
          when (
            floor(
              ("no2" / 1.913010681846544) * power(10, 0) + 0.000001
            ) / power(10, 0)
          ) <= 100 then round(
            (
              (
                (
                  (
                    floor(
                      ("no2" / 1.913010681846544) * power(10, 0) + 0.000001
                    ) / power(10, 0)
                  ) - 54
                ) * 1.065217391304348
              ) + 51
            ),
            0
          )
          when (
            floor(
              ("no2" / 1.913010681846544) * power(10, 0) + 0.000001
            ) / power(10, 0)
          ) <= 360 then round(
            (
              (
                (
                  (
                    floor(
                      ("no2" / 1.913010681846544) * power(10, 0) + 0.000001
                    ) / power(10, 0)
                  ) - 101
                ) * 0.1891891891891892
              ) + 101
            ),
            0
          )
          when (
            floor(
              ("no2" / 1.913010681846544) * power(10, 0) + 0.000001
            ) / power(10, 0)
          ) <= 649 then round(
            (
              (
                (
                  (
                    floor(
                      ("no2" / 1.913010681846544) * power(10, 0) + 0.000001
                    ) / power(10, 0)
                  ) - 361
                ) * 0.1701388888888889
              ) + 151
            ),
            0
          )
          when (
            floor(
              ("no2" / 1.913010681846544) * power(10, 0) + 0.000001
            ) / power(10, 0)
          ) <= 1249 then round(
            (
              (
                (
                  (
                    floor(
                      ("no2" / 1.913010681846544) * power(10, 0) + 0.000001
                    ) / power(10, 0)
                  ) - 650
                ) * 0.1652754590984975
              ) + 201
            ),
            0
          )
          when (
            floor(
              ("no2" / 1.913010681846544) * power(10, 0) + 0.000001
            ) / power(10, 0)
          ) <= 2049 then round(
            (
              (
                (
                  (
                    floor(
                      ("no2" / 1.913010681846544) * power(10, 0) + 0.000001
                    ) / power(10, 0)
                  ) - 1250
                ) * 0.2490613266583229
              ) + 301
            ),
            0
          )
          when "no2" is not null then 500
        end,
        -1
      )
    ) then 'o3'
    when case
      when "co_8h" < 0 then 0
      when (
        floor(
          ("co_8h" / 1.164717896741079) * power(10, 1) + 0.000001
        ) / power(10, 1)
      ) <= 4.4 then round(
        (
          (
            (
              (
                floor(
                  ("co_8h" / 1.164717896741079) * power(10, 1) + 0.000001
                ) / power(10, 1)
              ) - 0
            ) * 11.363636363636363
          ) + 0
        ),
        0
      )
      when (
        floor(
          ("co_8h" / 1.164717896741079) * power(10, 1) + 0.000001
        ) / power(10, 1)
      ) <= 9.4 then round(
        (
          (
            (
              (
                floor(
                  ("co_8h" / 1.164717896741079) * power(10, 1) + 0.000001
                ) / power(10, 1)
              ) - 4.5
            ) * 10
          ) + 51
        ),
        0
      )
      when (
        floor(
          ("co_8h" / 1.164717896741079) * power(10, 1) + 0.000001
        ) / power(10, 1)
      ) <= 12.4 then round(
        (
          (
            (
              (
                floor(
                  ("co_8h" / 1.164717896741079) * power(10, 1) + 0.000001
                ) / power(10, 1)
              ) - 9.5
            ) * 16.89655172413793
          ) + 101
        ),
        0
      )
      when (
        floor(
          ("co_8h" / 1.164717896741079) * power(10, 1) + 0.000001
        ) / power(10, 1)
      ) <= 15.4 then round(
        (
          (
            (
              (
                floor(
                  ("co_8h" / 1.164717896741079) * power(10, 1) + 0.000001
                ) / power(10, 1)
              ) - 12.5
            ) * 16.89655172413793
          ) + 151
        ),
        0
      )
      when (
        floor(
          ("co_8h" / 1.164717896741079) * power(10, 1) + 0.000001
        ) / power(10, 1)
      ) <= 30.4 then round(
        (
          (
            (
              (
                floor(
                  ("co_8h" / 1.164717896741079) * power(10, 1) + 0.000001
                ) / power(10, 1)
              ) - 15.5
            ) * 6.644295302013424
          ) + 201
        ),
        0
      )
      when (
        floor(
          ("co_8h" / 1.164717896741079) * power(10, 1) + 0.000001
        ) / power(10, 1)
      ) <= 50.4 then round(
        (
          (
            (
              (
                floor(
                  ("co_8h" / 1.164717896741079) * power(10, 1) + 0.000001
                ) / power(10, 1)
              ) - 30.5
            ) * 10
          ) + 301
        ),
        0
      )
      when "co_8h" is not null then 500
    end = greatest(
      coalesce(
        case
          when "pm25_nowcast" < 0 then 0
          when (
            floor("pm25_nowcast" * power(10, 1) + 0.000001) / power(10, 1)
          ) <= 9 then round(
            (
              (
                (
                  (
                    floor("pm25_nowcast" * power(10, 1) + 0.000001) / power(10, 1)
                  ) - 0
                ) * 5.555555555555555
              ) + 0
            ),
            0
          )
          when (
            floor("pm25_nowcast" * power(10, 1) + 0.000001) / power(10, 1)
          ) <= 35.4 then round(
            (
              (
                (
                  (
                    floor("pm25_nowcast" * power(10, 1) + 0.000001) / power(10, 1)
                  ) - 9.1
                ) * 1.8631178707224336
              ) + 51
            ),
            0
          )
          when (
            floor("pm25_nowcast" * power(10, 1) + 0.000001) / power(10, 1)
          ) <= 55.4 then round(
            (
              (
                (
                  (
                    floor("pm25_nowcast" * power(10, 1) + 0.000001) / power(10, 1)
                  ) - 35.5
                ) * 2.462311557788945
              ) + 101
            ),
            0
          )
          when (
            floor("pm25_nowcast" * power(10, 1) + 0.000001) / power(10, 1)
          ) <= 125.4 then round(
            (
              (
                (
                  (
                    floor("pm25_nowcast" * power(10, 1) + 0.000001) / power(10, 1)
                  ) - 55.5
                ) * 0.7010014306151645
              ) + 151
            ),
            0
          )
          when (
            floor("pm25_nowcast" * power(10, 1) + 0.000001) / power(10, 1)
          ) <= 225.4 then round(
            (
              (
                (
                  (
                    floor("pm25_nowcast" * power(10, 1) + 0.000001) / power(10, 1)
                  ) - 125.5
                ) * 0.990990990990991
              ) + 201
            ),
            0
          )
          when (
            floor("pm25_nowcast" * power(10, 1) + 0.000001) / power(10, 1)
          ) <= 325.4 then round(
            (
              (
                (
                  (
                    floor("pm25_nowcast" * power(10, 1) + 0.000001) / power(10, 1)
                  ) - 225.5
                ) * 1.9919919919919924
              ) + 301
            ),
            0
          )
          when "pm25_nowcast" is not null then 500
        end,
        -1
      ),
      coalesce(
        case
          when "pm10_nowcast" < 0 then 0
          when (
            floor("pm10_nowcast" * power(10, 0) + 0.000001) / power(10, 0)
          ) <= 54 then round(
            (
              (
                (
                  (
                    floor("pm10_nowcast" * power(10, 0) + 0.000001) / power(10, 0)
                  ) - 0
                ) * 0.9259259259259259
              ) + 0
            ),
            0
          )
          when (
            floor("pm10_nowcast" * power(10, 0) + 0.000001) / power(10, 0)
          ) <= 154 then round(
            (
              (
                (
                  (
                    floor("pm10_nowcast" * power(10, 0) + 0.000001) / power(10, 0)
                  ) - 55
                ) * 0.494949494949495
              ) + 51
            ),
            0
          )
          when (
            floor("pm10_nowcast" * power(10, 0) + 0.000001) / power(10, 0)
          ) <= 254 then round(
            (
              (
                (
                  (
                    floor("pm10_nowcast" * power(10, 0) + 0.000001) / power(10, 0)
                  ) - 155
                ) * 0.494949494949495
              ) + 101
            ),
            0
          )
          when (
            floor("pm10_nowcast" * power(10, 0) + 0.000001) / power(10, 0)
          ) <= 354 then round(
            (
              (
                (
                  (
                    floor("pm10_nowcast" * power(10, 0) + 0.000001) / power(10, 0)
                  ) - 255
                ) * 0.494949494949495
              ) + 151
            ),
            0
          )
          when (
            floor("pm10_nowcast" * power(10, 0) + 0.000001) / power(10, 0)
          ) <= 424 then round(
            (
              (
                (
                  (
                    floor("pm10_nowcast" * power(10, 0) + 0.000001) / power(10, 0)
                  ) - 355
                ) * 1.434782608695652
              ) + 201
            ),
            0
          )
          when (
            floor("pm10_nowcast" * power(10, 0) + 0.000001) / power(10, 0)
          ) <= 604 then round(
            (
              (
                (
                  (
                    floor("pm10_nowcast" * power(10, 0) + 0.000001) / power(10, 0)
                  ) - 425
                ) * 1.111731843575419
              ) + 301
            ),
            0
          )
          when "pm10_nowcast" is not null then 500
        end,
        -1
      ),
      coalesce(
        case
          when "o3_8h" < 0 then 0
          when (
            floor(
              ("o3_8h" / 1.9958632491173973) * power(10, 0) + 0.000001
            ) / power(10, 0)
          ) <= 54 then round(
            (
              (
                (
                  (
                    floor(
                      ("o3_8h" / 1.9958632491173973) * power(10, 0) + 0.000001
                    ) / power(10, 0)
                  ) - 0
                ) * 0.9259259259259259
              ) + 0
            ),
            0
          )
          when (
            floor(
              ("o3_8h" / 1.9958632491173973) * power(10, 0) + 0.000001
            ) / power(10, 0)
          ) <= 70 then round(
            (
              (
                (
                  (
                    floor(
                      ("o3_8h" / 1.9958632491173973) * power(10, 0) + 0.000001
                    ) / power(10, 0)
                  ) - 55
                ) * 3.2666666666666666
              ) + 51
            ),
            0
          )
          when (
            floor(
              ("o3_8h" / 1.9958632491173973) * power(10, 0) + 0.000001
            ) / power(10, 0)
          ) <= 85 then round(
            (
              (
                (
                  (
                    floor(
                      ("o3_8h" / 1.9958632491173973) * power(10, 0) + 0.000001
                    ) / power(10, 0)
                  ) - 71
                ) * 3.5
              ) + 101
            ),
            0
          )
          when (
            floor(
              ("o3_8h" / 1.9958632491173973) * power(10, 0) + 0.000001
            ) / power(10, 0)
          ) <= 105 then round(
            (
              (
                (
                  (
                    floor(
                      ("o3_8h" / 1.9958632491173973) * power(10, 0) + 0.000001
                    ) / power(10, 0)
                  ) - 86
                ) * 2.5789473684210527
              ) + 151
            ),
            0
          )
          when (
            floor(
              ("o3_8h" / 1.9958632491173973) * power(10, 0) + 0.000001
            ) / power(10, 0)
          ) <= 200 then round(
            (
              (
                (
                  (
                    floor(
                      ("o3_8h" / 1.9958632491173973) * power(10, 0) + 0.000001
                    ) / power(10, 0)
                  ) - 106
                ) * 1.053191489361702
              ) + 201
            ),
            0
          )
          when "o3_8h" is not null then 300
        end,
        -1
      ),
      coalesce(
        case
          when "o3" < 249.48290613967467 then null
          when (
            floor(
              ("o3" / 1.9958632491173973) * power(10, 0) + 0.000001
            ) / power(10, 0)
          ) <= 164 then round(
            (
              (
                (
                  (
                    floor(
                      ("o3" / 1.9958632491173973) * power(10, 0) + 0.000001
                    ) / power(10, 0)
                  ) - 125
                ) * 1.2564102564102564
              ) + 101
            ),
            0
          )
          when (
            floor(
              ("o3" / 1.9958632491173973) * power(10, 0) + 0.000001
            ) / power(10, 0)
          ) <= 204 then round(
            (
              (
                (
                  (
                    floor(
                      ("o3" / 1.9958632491173973) * power(10, 0) + 0.000001
                    ) / power(10, 0)
                  ) - 165
                ) * 1.2564102564102564
              ) + 151
            ),
            0
          )
          when (
            floor(
              ("o3" / 1.9958632491173973) * power(10, 0) + 0.000001
            ) / power(10, 0)
          ) <= 404 then round(
            (
              (
                (
                  (
                    floor(
                      ("o3" / 1.9958632491173973) * power(10, 0) + 0.000001
                    ) / power(10, 0)
                  ) - 205
                ) * 0.49748743718592964
              ) + 201
            ),
            0
          )
          when (
            floor(
              ("o3" / 1.9958632491173973) * power(10, 0) + 0.000001
            ) / power(10, 0)
          ) <= 604 then round(
            (
              (
                (
                  (
                    floor(
                      ("o3" / 1.9958632491173973) * power(10, 0) + 0.000001
                    ) / power(10, 0)
                  ) - 405
                ) * 1
              ) + 301
            ),
            0
          )
          when "o3" is not null then 500
        end,
        -1
      ),
      coalesce(
        case
          when "co_8h" < 0 then 0
          when (
            floor(
              ("co_8h" / 1.164717896741079) * power(10, 1) + 0.000001
            ) / power(10, 1)
          ) <= 4.4 then round(
            (
              (
                (
                  (
                    floor(
                      ("co_8h" / 1.164717896741079) * power(10, 1) + 0.000001
                    ) / power(10, 1)
                  ) - 0
                ) * 11.363636363636363
              ) + 0
            ),
            0
          )
          when (
            floor(
              ("co_8h" / 1.164717896741079) * power(10, 1) + 0.000001
            ) / power(10, 1)
          ) <= 9.4 then round(
            (
              (
                (
                  (
                    floor(
                      ("co_8h" / 1.164717896741079) * power(10, 1) + 0.000001
                    ) / power(10, 1)
                  ) - 4.5
                ) * 10
              ) + 51
            ),
            0
          )
          when (
            floor(
              ("co_8h" / 1.164717896741079) * power(10, 1) + 0.000001
            ) / power(10, 1)
          ) <= 12.4 then round(
            (
              (
                (
                  (
                    floor(
                      ("co_8h" / 1.164717896741079) * power(10, 1) + 0.000001
                    ) / power(10, 1)
                  ) - 9.5
                ) * 16.89655172413793
              ) + 101
            ),
            0
          )
          when (
            floor(
              ("co_8h" / 1.164717896741079) * power(10, 1) + 0.000001
            ) / power(10, 1)
          ) <= 15.4 then round(
            (
              (
                (
                  (
                    floor(
                      ("co_8h" / 1.164717896741079) * power(10, 1) + 0.000001
                    ) / power(10, 1)
                  ) - 12.5
                ) * 16.89655172413793
              ) + 151
            ),
            0
          )
          when (
            floor(
              ("co_8h" / 1.164717896741079) * power(10, 1) + 0.000001
            ) / power(10, 1)
          ) <= 30.4 then round(
            (
              (
                (
                  (
                    floor(
                      ("co_8h" / 1.164717896741079) * power(10, 1) + 0.000001
                    ) / power(10, 1)
                  ) - 15.5
                ) * 6.644295302013424
              ) + 201
            ),
            0
          )
          when (
            floor(
              ("co_8h" / 1.164717896741079) * power(10, 1) + 0.000001
            ) / power(10, 1)
          ) <= 50.4 then round(
            (
              (
                (
                  (
                    floor(
                      ("co_8h" / 1.164717896741079) * power(10, 1) + 0.000001
                    ) / power(10, 1)
                  ) - 30.5
                ) * 10
              ) + 301
            ),
            0
          )
          when "co_8h" is not null then 500
        end,
        -1
      ),
      coalesce(
        case
          when "so2" < 0 then 0
          when (
            floor(
              ("so2" / 2.6640063110536936) * power(10, 0) + 0.000001
            ) / power(10, 0)
          ) <= 35 then round(
            (
              (
                (
                  (
                    floor(
                      ("so2" / 2.6640063110536936) * power(10, 0) + 0.000001
                    ) / power(10, 0)
                  ) - 0
                ) * 1.4285714285714286
              ) + 0
            ),
            0
          )
          when (
            floor(
              ("so2" / 2.6640063110536936) * power(10, 0) + 0.000001
            ) / power(10, 0)
          ) <= 75 then round(
            (
              (
                (
                  (
                    floor(
                      ("so2" / 2.6640063110536936) * power(10, 0) + 0.000001
                    ) / power(10, 0)
                  ) - 36
                ) * 1.2564102564102564
              ) + 51
            ),
            0
          )
          when (
            floor(
              ("so2" / 2.6640063110536936) * power(10, 0) + 0.000001
            ) / power(10, 0)
          ) <= 185 then round(
            (
              (
                (
                  (
                    floor(
                      ("so2" / 2.6640063110536936) * power(10, 0) + 0.000001
                    ) / power(10, 0)
                  ) - 76
                ) * 0.44954128440366975
              ) + 101
            ),
            0
          )
          when (
            floor(
              ("so2" / 2.6640063110536936) * power(10, 0) + 0.000001
            ) / power(10, 0)
          ) <= 304 then round(
            (
              (
                (
                  (
                    floor(
                      ("so2" / 2.6640063110536936) * power(10, 0) + 0.000001
                    ) / power(10, 0)
                  ) - 186
                ) * 0.4152542372881356
              ) + 151
            ),
            0
          )
          when "so2" is not null then 200
        end,
        -1
      ),
      coalesce(
        case
          when "so2_24h" < 812.5219248713765 then null
          when (
            floor(
              ("so2_24h" / 2.6640063110536936) * power(10, 0) + 0.000001
            ) / power(10, 0)
          ) <= 604 then round(
            (
              (
                (
                  (
                    floor(
                      ("so2_24h" / 2.6640063110536936) * power(10, 0) + 0.000001
                    ) / power(10, 0)
                  ) - 305
                ) * 0.3311036789297659
              ) + 201
            ),
            0
          )
          when (
            floor(
              ("so2_24h" / 2.6640063110536936) * power(10, 0) + 0.000001
            ) / power(10, 0)
          ) <= 1004 then round(
            (
              (
                (
                  (
                    floor(
                      ("so2_24h" / 2.6640063110536936) * power(10, 0) + 0.000001
                    ) / power(10, 0)
                  ) - 605
                ) * 0.49874686716791977
              ) + 301
            ),
            0
          )
          when "so2_24h" is not null then 500
        end,
        -1
      ),
      coalesce(
        case
          when "no2" < 0 then 0
          when (
            floor(
              ("no2" / 1.913010681846544) * power(10, 0) + 0.000001
            ) / power(10, 0)
          ) <= 53 then round(
            (
              (
                (
                  (
                    floor(
                      ("no2" / 1.913010681846544) * power(10, 0) + 0.000001
                    ) / power(10, 0)
                  ) - 0
                ) * 0.9433962264150944
              ) + 0
            ),
            0
          )
          when (
            floor(
              ("no2" / 1.913010681846544) * power(10, 0) + 0.000001
            ) / power(10, 0)
          ) <= 100 then round(
            (
              (
                (
                  (
                    floor(
                      ("no2" / 1.913010681846544) * power(10, 0) + 0.000001
                    ) / power(10, 0)
                  ) - 54
                ) * 1.065217391304348
              ) + 51
            ),
            0
          )
          when (
            floor(
              ("no2" / 1.913010681846544) * power(10, 0) + 0.000001
            ) / power(10, 0)
          ) <= 360 then round(
            (
              (
                (
                  (
                    floor(
                      ("no2" / 1.913010681846544) * power(10, 0) + 0.000001
                    ) / power(10, 0)
                  ) - 101
                ) * 0.1891891891891892
              ) + 101
            ),
            0
          )
          when (
            floor(
              ("no2" / 1.913010681846544) * power(10, 0) + 0.000001
            ) / power(10, 0)
          ) <= 649 then round(
            (
              (
                (
                  (
                    floor(
                      ("no2" / 1.913010681846544) * power(10, 0) + 0.000001
                    ) / power(10, 0)
                  ) - 361
                ) * 0.1701388888888889
              ) + 151
            ),
            0
          )
          when (
            floor(
              ("no2" / 1.913010681846544) * power(10, 0) + 0.000001
            ) / power(10, 0)
          ) <= 1249 then round(
            (
              (
                (
                  (
                    floor(
                      ("no2" / 1.913010681846544) * power(10, 0) + 0.000001
                    ) / power(10, 0)
                  ) - 650
                ) * 0.1652754590984975
              ) + 201
            ),
            0
          )
          when (
            floor(
              ("no2" / 1.913010681846544) * power(10, 0) + 0.000001
            ) / power(10, 0)
          ) <= 2049 then round(
            (
              (
                (
                  (
                    floor(
                      ("no2" / 1.913010681846544) * power(10, 0) + 0.000001
                    ) / power(10, 0)
                  ) - 1250
                ) * 0.2490613266583229
              ) + 301
            ),
            0
          )
          when "no2" is not null then 500
        end,
        -1
      )
    ) then 'co'
    when case
      when "so2" < 0 then 0
      when (
        floor(
          ("so2" / 2.6640063110536936) * power(10, 0) + 0.000001
        ) / power(10, 0)
      ) <= 35 then round(
        (
          (
            (
              (
                floor(
                  ("so2" / 2.6640063110536936) * power(10, 0) + 0.000001
                ) / power(10, 0)
              ) - 0
            ) * 1.4285714285714286
          ) + 0
        ),
        0
      )
      when (
        floor(
          ("so2" / 2.6640063110536936) * power(10, 0) + 0.000001
        ) / power(10, 0)
      ) <= 75 then round(
        (
          (
            (
              (
                floor(
                  ("so2" / 2.6640063110536936) * power(10, 0) + 0.000001
                ) / power(10, 0)
              ) - 36
            ) * 1.2564102564102564
          ) + 51
        ),
        0
      )
      when (
        floor(
          ("so2" / 2.6640063110536936) * power(10, 0) + 0.000001
        ) / power(10, 0)
      ) <= 185 then round(
        (
          (
            (
              (
                floor(
                  ("so2" / 2.6640063110536936) * power(10, 0) + 0.000001
                ) / power(10, 0)
              ) - 76
            ) * 0.44954128440366975
          ) + 101
        ),
        0
      )
      when (
        floor(
          ("so2" / 2.6640063110536936) * power(10, 0) + 0.000001
        ) / power(10, 0)
      ) <= 304 then round(
        (
          (
            (
              (
                floor(
                  ("so2" / 2.6640063110536936) * power(10, 0) + 0.000001
                ) / power(10, 0)
              ) - 186
            ) * 0.4152542372881356
          ) + 151
        ),
        0
      )
      when "so2" is not null then 200
    end = greatest(
      coalesce(
        case
          when "pm25_nowcast" < 0 then 0
          when (
            floor("pm25_nowcast" * power(10, 1) + 0.000001) / power(10, 1)
          ) <= 9 then round(
            (
              (
                (
                  (
                    floor("pm25_nowcast" * power(10, 1) + 0.000001) / power(10, 1)
                  ) - 0
                ) * 5.555555555555555
              ) + 0
            ),
            0
          )
          when (
            floor("pm25_nowcast" * power(10, 1) + 0.000001) / power(10, 1)
          ) <= 35.4 then round(
            (
              (
                (
                  (
                    floor("pm25_nowcast" * power(10, 1) + 0.000001) / power(10, 1)
                  ) - 9.1
                ) * 1.8631178707224336
              ) + 51
            ),
            0
          )
          when (
            floor("pm25_nowcast" * power(10, 1) + 0.000001) / power(10, 1)
          ) <= 55.4 then round(
            (
              (
                (
                  (
                    floor("pm25_nowcast" * power(10, 1) + 0.000001) / power(10, 1)
                  ) - 35.5
                ) * 2.462311557788945
              ) + 101
            ),
            0
          )
          when (
            floor("pm25_nowcast" * power(10, 1) + 0.000001) / power(10, 1)
          ) <= 125.4 then round(
            (
              (
                (
                  (
                    floor("pm25_nowcast" * power(10, 1) + 0.000001) / power(10, 1)
                  ) - 55.5
                ) * 0.7010014306151645
              ) + 151
            ),
            0
          )
          when (
            floor("pm25_nowcast" * power(10, 1) + 0.000001) / power(10, 1)
          ) <= 225.4 then round(
            (
              (
                (
                  (
                    floor("pm25_nowcast" * power(10, 1) + 0.000001) / power(10, 1)
                  ) - 125.5
                ) * 0.990990990990991
              ) + 201
            ),
            0
          )
          when (
            floor("pm25_nowcast" * power(10, 1) + 0.000001) / power(10, 1)
          ) <= 325.4 then round(
            (
              (
                (
                  (
                    floor("pm25_nowcast" * power(10, 1) + 0.000001) / power(10, 1)
                  ) - 225.5
                ) * 1.9919919919919924
              ) + 301
            ),
            0
          )
          when "pm25_nowcast" is not null then 500
        end,
        -1
      ),
      coalesce(
        case
          when "pm10_nowcast" < 0 then 0
          when (
            floor("pm10_nowcast" * power(10, 0) + 0.000001) / power(10, 0)
          ) <= 54 then round(
            (
              (
                (
                  (
                    floor("pm10_nowcast" * power(10, 0) + 0.000001) / power(10, 0)
                  ) - 0
                ) * 0.9259259259259259
              ) + 0
            ),
            0
          )
          when (
            floor("pm10_nowcast" * power(10, 0) + 0.000001) / power(10, 0)
          ) <= 154 then round(
            (
              (
                (
                  (
                    floor("pm10_nowcast" * power(10, 0) + 0.000001) / power(10, 0)
                  ) - 55
                ) * 0.494949494949495
              ) + 51
            ),
            0
          )
          when (
            floor("pm10_nowcast" * power(10, 0) + 0.000001) / power(10, 0)
          ) <= 254 then round(
            (
              (
                (
                  (
                    floor("pm10_nowcast" * power(10, 0) + 0.000001) / power(10, 0)
                  ) - 155
                ) * 0.494949494949495
              ) + 101
            ),
            0
          )
          when (
            floor("pm10_nowcast" * power(10, 0) + 0.000001) / power(10, 0)
          ) <= 354 then round(
            (
              (
                (
                  (
                    floor("pm10_nowcast" * power(10, 0) + 0.000001) / power(10, 0)
                  ) - 255
                ) * 0.494949494949495
              ) + 151
            ),
            0
          )
          when (
            floor("pm10_nowcast" * power(10, 0) + 0.000001) / power(10, 0)
          ) <= 424 then round(
            (
              (
                (
                  (
                    floor("pm10_nowcast" * power(10, 0) + 0.000001) / power(10, 0)
                  ) - 355
                ) * 1.434782608695652
              ) + 201
            ),
            0
          )
          when (
            floor("pm10_nowcast" * power(10, 0) + 0.000001) / power(10, 0)
          ) <= 604 then round(
            (
              (
                (
                  (
                    floor("pm10_nowcast" * power(10, 0) + 0.000001) / power(10, 0)
                  ) - 425
                ) * 1.111731843575419
              ) + 301
            ),
            0
          )
          when "pm10_nowcast" is not null then 500
        end,
        -1
      ),
      coalesce(
        case
          when "o3_8h" < 0 then 0
          when (
            floor(
              ("o3_8h" / 1.9958632491173973) * power(10, 0) + 0.000001
            ) / power(10, 0)
          ) <= 54 then round(
            (
              (
                (
                  (
                    floor(
                      ("o3_8h" / 1.9958632491173973) * power(10, 0) + 0.000001
                    ) / power(10, 0)
                  ) - 0
                ) * 0.9259259259259259
              ) + 0
            ),
            0
          )
          when (
            floor(
              ("o3_8h" / 1.9958632491173973) * power(10, 0) + 0.000001
            ) / power(10, 0)
          ) <= 70 then round(
            (
              (
                (
                  (
                    floor(
                      ("o3_8h" / 1.9958632491173973) * power(10, 0) + 0.000001
                    ) / power(10, 0)
                  ) - 55
                ) * 3.2666666666666666
              ) + 51
            ),
            0
          )
          when (
            floor(
              ("o3_8h" / 1.9958632491173973) * power(10, 0) + 0.000001
            ) / power(10, 0)
          ) <= 85 then round(
            (
              (
                (
                  (
                    floor(
                      ("o3_8h" / 1.9958632491173973) * power(10, 0) + 0.000001
                    ) / power(10, 0)
                  ) - 71
                ) * 3.5
              ) + 101
            ),
            0
          )
          when (
            floor(
              ("o3_8h" / 1.9958632491173973) * power(10, 0) + 0.000001
            ) / power(10, 0)
          ) <= 105 then round(
            (
              (
                (
                  (
                    floor(
                      ("o3_8h" / 1.9958632491173973) * power(10, 0) + 0.000001
                    ) / power(10, 0)
                  ) - 86
                ) * 2.5789473684210527
              ) + 151
            ),
            0
          )
          when (
            floor(
              ("o3_8h" / 1.9958632491173973) * power(10, 0) + 0.000001
            ) / power(10, 0)
          ) <= 200 then round(
            (
              (
                (
                  (
                    floor(
                      ("o3_8h" / 1.9958632491173973) * power(10, 0) + 0.000001
                    ) / power(10, 0)
                  ) - 106
                ) * 1.053191489361702
              ) + 201
            ),
            0
          )
          when "o3_8h" is not null then 300
        end,
        -1
      ),
      coalesce(
        case
          when "o3" < 249.48290613967467 then null
          when (
            floor(
              ("o3" / 1.9958632491173973) * power(10, 0) + 0.000001
            ) / power(10, 0)
          ) <= 164 then round(
            (
              (
                (
                  (
                    floor(
                      ("o3" / 1.9958632491173973) * power(10, 0) + 0.000001
                    ) / power(10, 0)
                  ) - 125
                ) * 1.2564102564102564
              ) + 101
            ),
            0
          )
          when (
            floor(
              ("o3" / 1.9958632491173973) * power(10, 0) + 0.000001
            ) / power(10, 0)
          ) <= 204 then round(
            (
              (
                (
                  (
                    floor(
                      ("o3" / 1.9958632491173973) * power(10, 0) + 0.000001
                    ) / power(10, 0)
                  ) - 165
                ) * 1.2564102564102564
              ) + 151
            ),
            0
          )
          when (
            floor(
              ("o3" / 1.9958632491173973) * power(10, 0) + 0.000001
            ) / power(10, 0)
          ) <= 404 then round(
            (
              (
                (
                  (
                    floor(
                      ("o3" / 1.9958632491173973) * power(10, 0) + 0.000001
                    ) / power(10, 0)
                  ) - 205
                ) * 0.49748743718592964
              ) + 201
            ),
            0
          )
          when (
            floor(
              ("o3" / 1.9958632491173973) * power(10, 0) + 0.000001
            ) / power(10, 0)
          ) <= 604 then round(
            (
              (
                (
                  (
                    floor(
                      ("o3" / 1.9958632491173973) * power(10, 0) + 0.000001
                    ) / power(10, 0)
                  ) - 405
                ) * 1
              ) + 301
            ),
            0
          )
          when "o3" is not null then 500
        end,
        -1
      ),
      coalesce(
        case
          when "co_8h" < 0 then 0
          when (
            floor(
              ("co_8h" / 1.164717896741079) * power(10, 1) + 0.000001
            ) / power(10, 1)
          ) <= 4.4 then round(
            (
              (
                (
                  (
                    floor(
                      ("co_8h" / 1.164717896741079) * power(10, 1) + 0.000001
                    ) / power(10, 1)
                  ) - 0
                ) * 11.363636363636363
              ) + 0
            ),
            0
          )
          when (
            floor(
              ("co_8h" / 1.164717896741079) * power(10, 1) + 0.000001
            ) / power(10, 1)
          ) <= 9.4 then round(
            (
              (
                (
                  (
                    floor(
                      ("co_8h" / 1.164717896741079) * power(10, 1) + 0.000001
                    ) / power(10, 1)
                  ) - 4.5
                ) * 10
              ) + 51
            ),
            0
          )
          when (
            floor(
              ("co_8h" / 1.164717896741079) * power(10, 1) + 0.000001
            ) / power(10, 1)
          ) <= 12.4 then round(
            (
              (
                (
                  (
                    floor(
                      ("co_8h" / 1.164717896741079) * power(10, 1) + 0.000001
                    ) / power(10, 1)
                  ) - 9.5
                ) * 16.89655172413793
              ) + 101
            ),
            0
          )
          when (
            floor(
              ("co_8h" / 1.164717896741079) * power(10, 1) + 0.000001
            ) / power(10, 1)
          ) <= 15.4 then round(
            (
              (
                (
                  (
                    floor(
                      ("co_8h" / 1.164717896741079) * power(10, 1) + 0.000001
                    ) / power(10, 1)
                  ) - 12.5
                ) * 16.89655172413793
              ) + 151
            ),
            0
          )
          when (
            floor(
              ("co_8h" / 1.164717896741079) * power(10, 1) + 0.000001
            ) / power(10, 1)
          ) <= 30.4 then round(
            (
              (
                (
                  (
                    floor(
                      ("co_8h" / 1.164717896741079) * power(10, 1) + 0.000001
                    ) / power(10, 1)
                  ) - 15.5
                ) * 6.644295302013424
              ) + 201
            ),
            0
          )
          when (
            floor(
              ("co_8h" / 1.164717896741079) * power(10, 1) + 0.000001
            ) / power(10, 1)
          ) <= 50.4 then round(
            (
              (
                (
                  (
                    floor(
                      ("co_8h" / 1.164717896741079) * power(10, 1) + 0.000001
                    ) / power(10, 1)
                  ) - 30.5
                ) * 10
              ) + 301
            ),
            0
          )
          when "co_8h" is not null then 500
        end,
        -1
      ),
      coalesce(
        case
          when "so2" < 0 then 0
          when (
            floor(
              ("so2" / 2.6640063110536936) * power(10, 0) + 0.000001
            ) / power(10, 0)
          ) <= 35 then round(
            (
              (
                (
                  (
                    floor(
                      ("so2" / 2.6640063110536936) * power(10, 0) + 0.000001
                    ) / power(10, 0)
                  ) - 0
                ) * 1.4285714285714286
              ) + 0
            ),
            0
          )
          when (
            floor(
              ("so2" / 2.6640063110536936) * power(10, 0) + 0.000001
            ) / power(10, 0)
          ) <= 75 then round(
            (
              (
                (
                  (
                    floor(
                      ("so2" / 2.6640063110536936) * power(10, 0) + 0.000001
                    ) / power(10, 0)
                  ) - 36
                ) * 1.2564102564102564
              ) + 51
            ),
            0
          )
          when (
            floor(
              ("so2" / 2.6640063110536936) * power(10, 0) + 0.000001
            ) / power(10, 0)
          ) <= 185 then round(
            (
              (
                (
                  (
                    floor(
                      ("so2" / 2.6640063110536936) * power(10, 0) + 0.000001
                    ) / power(10, 0)
                  ) - 76
                ) * 0.44954128440366975
              ) + 101
            ),
            0
          )
          when (
            floor(
              ("so2" / 2.6640063110536936) * power(10, 0) + 0.000001
            ) / power(10, 0)
          ) <= 304 then round(
            (
              (
                (
                  (
                    floor(
                      ("so2" / 2.6640063110536936) * power(10, 0) + 0.000001
                    ) / power(10, 0)
                  ) - 186
                ) * 0.4152542372881356
              ) + 151
            ),
            0
          )
          when "so2" is not null then 200
        end,
        -1
      ),
      coalesce(
        case
          when "so2_24h" < 812.5219248713765 then null
          when (
            floor(
              ("so2_24h" / 2.6640063110536936) * power(10, 0) + 0.000001
            ) / power(10, 0)
          ) <= 604 then round(
            (
              (
                (
                  (
                    floor(
                      ("so2_24h" / 2.6640063110536936) * power(10, 0) + 0.000001
                    ) / power(10, 0)
                  ) - 305
                ) * 0.3311036789297659
              ) + 201
            ),
            0
          )
          when (
            floor(
              ("so2_24h" / 2.6640063110536936) * power(10, 0) + 0.000001
            ) / power(10, 0)
          ) <= 1004 then round(
            (
              (
                (
                  (
                    floor(
                      ("so2_24h" / 2.6640063110536936) * power(10, 0) + 0.000001
                    ) / power(10, 0)
                  ) - 605
                ) * 0.49874686716791977
              ) + 301
            ),
            0
          )
          when "so2_24h" is not null then 500
        end,
        -1
      ),
      coalesce(
        case
          when "no2" < 0 then 0
          when (
            floor(
              ("no2" / 1.913010681846544) * power(10, 0) + 0.000001
            ) / power(10, 0)
          ) <= 53 then round(
            (
              (
                (
                  (
                    floor(
                      ("no2" / 1.913010681846544) * power(10, 0) + 0.000001
                    ) / power(10, 0)
                  ) - 0
                ) * 0.9433962264150944
              ) + 0
            ),
            0
          )
          when (
            floor(
              ("no2" / 1.913010681846544) * power(10, 0) + 0.000001
            ) / power(10, 0)
          ) <= 100 then round(
            (
              (
                (
                  (
                    floor(
                      ("no2" / 1.913010681846544) * power(10, 0) + 0.000001
                    ) / power(10, 0)
                  ) - 54
                ) * 1.065217391304348
              ) + 51
            ),
            0
          )
          when (
            floor(
              ("no2" / 1.913010681846544) * power(10, 0) + 0.000001
            ) / power(10, 0)
          ) <= 360 then round(
            (
              (
                (
                  (
                    floor(
                      ("no2" / 1.913010681846544) * power(10, 0) + 0.000001
                    ) / power(10, 0)
                  ) - 101
                ) * 0.1891891891891892
              ) + 101
            ),
            0
          )
          when (
            floor(
              ("no2" / 1.913010681846544) * power(10, 0) + 0.000001
            ) / power(10, 0)
          ) <= 649 then round(
            (
              (
                (
                  (
                    floor(
                      ("no2" / 1.913010681846544) * power(10, 0) + 0.000001
                    ) / power(10, 0)
                  ) - 361
                ) * 0.1701388888888889
              ) + 151
            ),
            0
          )
          when (
            floor(
              ("no2" / 1.913010681846544) * power(10, 0) + 0.000001
            ) / power(10, 0)
          ) <= 1249 then round(
            (
              (
                (
                  (
                    floor(
                      ("no2" / 1.913010681846544) * power(10, 0) + 0.000001
                    ) / power(10, 0)
                  ) - 650
                ) * 0.1652754590984975
              ) + 201
            ),
            0
          )
          when (
            floor(
              ("no2" / 1.913010681846544) * power(10, 0) + 0.000001
            ) / power(10, 0)
          ) <= 2049 then round(
            (
              (
                (
                  (
                    floor(
                      ("no2" / 1.913010681846544) * power(10, 0) + 0.000001
                    ) / power(10, 0)
                  ) - 1250
                ) * 0.2490613266583229
              ) + 301
            ),
            0
          )
          when "no2" is not null then 500
        end,
        -1
      )
    ) then 'so2'
    when case
      when "so2_24h" < 812.5219248713765 then null
      when (
        floor(
          ("so2_24h" / 2.6640063110536936) * power(10, 0) + 0.000001
        ) / power(10, 0)
      ) <= 604 then round(
        (
          (
            (
              (
                floor(
                  ("so2_24h" / 2.6640063110536936) * power(10, 0) + 0.000001
                ) / power(10, 0)
              ) - 305
            ) * 0.3311036789297659
          ) + 201
        ),
        0
      )
      when (
        floor(
          ("so2_24h" / 2.6640063110536936) * power(10, 0) + 0.000001
        ) / power(10, 0)
      ) <= 1004 then round(
        (
          (
            (
              (
                floor(
                  ("so2_24h" / 2.6640063110536936) * power(10, 0) + 0.000001
                ) / power(10, 0)
              ) - 605
            ) * 0.49874686716791977
          ) + 301
        ),
        0
      )
      when "so2_24h" is not null then 500
    end = greatest(
      coalesce(
        case
          when "pm25_nowcast" < 0 then 0
          when (
            floor("pm25_nowcast" * power(10, 1) + 0.000001) / power(10, 1)
          ) <= 9 then round(
            (
              (
                (
                  (
                    floor("pm25_nowcast" * power(10, 1) + 0.000001) / power(10, 1)
                  ) - 0
                ) * 5.555555555555555
              ) + 0
            ),
            0
          )
          when (
            floor("pm25_nowcast" * power(10, 1) + 0.000001) / power(10, 1)
          ) <= 35.4 then round(
            (
              (
                (
                  (
                    floor("pm25_nowcast" * power(10, 1) + 0.000001) / power(10, 1)
                  ) - 9.1
                ) * 1.8631178707224336
              ) + 51
            ),
            0
          )
          when (
            floor("pm25_nowcast" * power(10, 1) + 0.000001) / power(10, 1)
          ) <= 55.4 then round(
            (
              (
                (
                  (
                    floor("pm25_nowcast" * power(10, 1) + 0.000001) / power(10, 1)
                  ) - 35.5
                ) * 2.462311557788945
              ) + 101
            ),
            0
          )
          when (
            floor("pm25_nowcast" * power(10, 1) + 0.000001) / power(10, 1)
          ) <= 125.4 then round(
            (
              (
                (
                  (
                    floor("pm25_nowcast" * power(10, 1) + 0.000001) / power(10, 1)
                  ) - 55.5
                ) * 0.7010014306151645
              ) + 151
            ),
            0
          )
          when (
            floor("pm25_nowcast" * power(10, 1) + 0.000001) / power(10, 1)
          ) <= 225.4 then round(
            (
              (
                (
                  (
                    floor("pm25_nowcast" * power(10, 1) + 0.000001) / power(10, 1)
                  ) - 125.5
                ) * 0.990990990990991
              ) + 201
            ),
            0
          )
          when (
            floor("pm25_nowcast" * power(10, 1) + 0.000001) / power(10, 1)
          ) <= 325.4 then round(
            (
              (
                (
                  (
                    floor("pm25_nowcast" * power(10, 1) + 0.000001) / power(10, 1)
                  ) - 225.5
                ) * 1.9919919919919924
              ) + 301
            ),
            0
          )
          when "pm25_nowcast" is not null then 500
        end,
        -1
      ),
      coalesce(
        case
          when "pm10_nowcast" < 0 then 0
          when (
            floor("pm10_nowcast" * power(10, 0) + 0.000001) / power(10, 0)
          ) <= 54 then round(
            (
              (
                (
                  (
                    floor("pm10_nowcast" * power(10, 0) + 0.000001) / power(10, 0)
                  ) - 0
                ) * 0.9259259259259259
              ) + 0
            ),
            0
          )
          when (
            floor("pm10_nowcast" * power(10, 0) + 0.000001) / power(10, 0)
          ) <= 154 then round(
            (
              (
                (
                  (
                    floor("pm10_nowcast" * power(10, 0) + 0.000001) / power(10, 0)
                  ) - 55
                ) * 0.494949494949495
              ) + 51
            ),
            0
          )
          when (
            floor("pm10_nowcast" * power(10, 0) + 0.000001) / power(10, 0)
          ) <= 254 then round(
            (
              (
                (
                  (
                    floor("pm10_nowcast" * power(10, 0) + 0.000001) / power(10, 0)
                  ) - 155
                ) * 0.494949494949495
              ) + 101
            ),
            0
          )
          when (
            floor("pm10_nowcast" * power(10, 0) + 0.000001) / power(10, 0)
          ) <= 354 then round(
            (
              (
                (
                  (
                    floor("pm10_nowcast" * power(10, 0) + 0.000001) / power(10, 0)
                  ) - 255
                ) * 0.494949494949495
              ) + 151
            ),
            0
          )
          when (
            floor("pm10_nowcast" * power(10, 0) + 0.000001) / power(10, 0)
          ) <= 424 then round(
            (
              (
                (
                  (
                    floor("pm10_nowcast" * power(10, 0) + 0.000001) / power(10, 0)
                  ) - 355
                ) * 1.434782608695652
              ) + 201
            ),
            0
          )
          when (
            floor("pm10_nowcast" * power(10, 0) + 0.000001) / power(10, 0)
          ) <= 604 then round(
            (
              (
                (
                  (
                    floor("pm10_nowcast" * power(10, 0) + 0.000001) / power(10, 0)
                  ) - 425
                ) * 1.111731843575419
              ) + 301
            ),
            0
          )
          when "pm10_nowcast" is not null then 500
        end,
        -1
      ),
      coalesce(
        case
          when "o3_8h" < 0 then 0
          when (
            floor(
              ("o3_8h" / 1.9958632491173973) * power(10, 0) + 0.000001
            ) / power(10, 0)
          ) <= 54 then round(
            (
              (
                (
                  (
                    floor(
                      ("o3_8h" / 1.9958632491173973) * power(10, 0) + 0.000001
                    ) / power(10, 0)
                  ) - 0
                ) * 0.9259259259259259
              ) + 0
            ),
            0
          )
          when (
            floor(
              ("o3_8h" / 1.9958632491173973) * power(10, 0) + 0.000001
            ) / power(10, 0)
          ) <= 70 then round(
            (
              (
                (
                  (
                    floor(
                      ("o3_8h" / 1.9958632491173973) * power(10, 0) + 0.000001
                    ) / power(10, 0)
                  ) - 55
                ) * 3.2666666666666666
              ) + 51
            ),
            0
          )
          when (
            floor(
              ("o3_8h" / 1.9958632491173973) * power(10, 0) + 0.000001
            ) / power(10, 0)
          ) <= 85 then round(
            (
              (
                (
                  (
                    floor(
                      ("o3_8h" / 1.9958632491173973) * power(10, 0) + 0.000001
                    ) / power(10, 0)
                  ) - 71
                ) * 3.5
              ) + 101
            ),
            0
          )
          when (
            floor(
              ("o3_8h" / 1.9958632491173973) * power(10, 0) + 0.000001
            ) / power(10, 0)
          ) <= 105 then round(
            (
              (
                (
                  (
                    floor(
                      ("o3_8h" / 1.9958632491173973) * power(10, 0) + 0.000001
                    ) / power(10, 0)
                  ) - 86
                ) * 2.5789473684210527
              ) + 151
            ),
            0
          )
          when (
            floor(
              ("o3_8h" / 1.9958632491173973) * power(10, 0) + 0.000001
            ) / power(10, 0)
          ) <= 200 then round(
            (
              (
                (
                  (
                    floor(
                      ("o3_8h" / 1.9958632491173973) * power(10, 0) + 0.000001
                    ) / power(10, 0)
                  ) - 106
                ) * 1.053191489361702
              ) + 201
            ),
            0
          )
          when "o3_8h" is not null then 300
        end,
        -1
      ),
      coalesce(
        case
          when "o3" < 249.48290613967467 then null
          when (
            floor(
              ("o3" / 1.9958632491173973) * power(10, 0) + 0.000001
            ) / power(10, 0)
          ) <= 164 then round(
            (
              (
                (
                  (
                    floor(
                      ("o3" / 1.9958632491173973) * power(10, 0) + 0.000001
                    ) / power(10, 0)
                  ) - 125
                ) * 1.2564102564102564
              ) + 101
            ),
            0
          )
          when (
            floor(
              ("o3" / 1.9958632491173973) * power(10, 0) + 0.000001
            ) / power(10, 0)
          ) <= 204 then round(
            (
              (
                (
                  (
                    floor(
                      ("o3" / 1.9958632491173973) * power(10, 0) + 0.000001
                    ) / power(10, 0)
                  ) - 165
                ) * 1.2564102564102564
              ) + 151
            ),
            0
          )
          when (
            floor(
              ("o3" / 1.9958632491173973) * power(10, 0) + 0.000001
            ) / power(10, 0)
          ) <= 404 then round(
            (
              (
                (
                  (
                    floor(
                      ("o3" / 1.9958632491173973) * power(10, 0) + 0.000001
                    ) / power(10, 0)
                  ) - 205
                ) * 0.49748743718592964
              ) + 201
            ),
            0
          )
          when (
            floor(
              ("o3" / 1.9958632491173973) * power(10, 0) + 0.000001
            ) / power(10, 0)
          ) <= 604 then round(
            (
              (
                (
                  (
                    floor(
                      ("o3" / 1.9958632491173973) * power(10, 0) + 0.000001
                    ) / power(10, 0)
                  ) - 405
                ) * 1
              ) + 301
            ),
            0
          )
          when "o3" is not null then 500
        end,
        -1
      ),
      coalesce(
        case
          when "co_8h" < 0 then 0
          when (
            floor(
              ("co_8h" / 1.164717896741079) * power(10, 1) + 0.000001
            ) / power(10, 1)
          ) <= 4.4 then round(
            (
              (
                (
                  (
                    floor(
                      ("co_8h" / 1.164717896741079) * power(10, 1) + 0.000001
                    ) / power(10, 1)
                  ) - 0
                ) * 11.363636363636363
              ) + 0
            ),
            0
          )
          when (
            floor(
              ("co_8h" / 1.164717896741079) * power(10, 1) + 0.000001
            ) / power(10, 1)
          ) <= 9.4 then round(
            (
              (
                (
                  (
                    floor(
                      ("co_8h" / 1.164717896741079) * power(10, 1) + 0.000001
                    ) / power(10, 1)
                  ) - 4.5
                ) * 10
              ) + 51
            ),
            0
          )
          when (
            floor(
              ("co_8h" / 1.164717896741079) * power(10, 1) + 0.000001
            ) / power(10, 1)
          ) <= 12.4 then round(
            (
              (
                (
                  (
                    floor(
                      ("co_8h" / 1.164717896741079) * power(10, 1) + 0.000001
                    ) / power(10, 1)
                  ) - 9.5
                ) * 16.89655172413793
              ) + 101
            ),
            0
          )
          when (
            floor(
              ("co_8h" / 1.164717896741079) * power(10, 1) + 0.000001
            ) / power(10, 1)
          ) <= 15.4 then round(
            (
              (
                (
                  (
                    floor(
                      ("co_8h" / 1.164717896741079) * power(10, 1) + 0.000001
                    ) / power(10, 1)
                  ) - 12.5
                ) * 16.89655172413793
              ) + 151
            ),
            0
          )
          when (
            floor(
              ("co_8h" / 1.164717896741079) * power(10, 1) + 0.000001
            ) / power(10, 1)
          ) <= 30.4 then round(
            (
              (
                (
                  (
                    floor(
                      ("co_8h" / 1.164717896741079) * power(10, 1) + 0.000001
                    ) / power(10, 1)
                  ) - 15.5
                ) * 6.644295302013424
              ) + 201
            ),
            0
          )
          when (
            floor(
              ("co_8h" / 1.164717896741079) * power(10, 1) + 0.000001
            ) / power(10, 1)
          ) <= 50.4 then round(
            (
              (
                (
                  (
                    floor(
                      ("co_8h" / 1.164717896741079) * power(10, 1) + 0.000001
                    ) / power(10, 1)
                  ) - 30.5
                ) * 10
              ) + 301
            ),
            0
          )
          when "co_8h" is not null then 500
        end,
        -1
      ),
      coalesce(
        case
          when "so2" < 0 then 0
          when (
            floor(
              ("so2" / 2.6640063110536936) * power(10, 0) + 0.000001
            ) / power(10, 0)
          ) <= 35 then round(
            (
              (
                (
                  (
                    floor(
                      ("so2" / 2.6640063110536936) * power(10, 0) + 0.000001
                    ) / power(10, 0)
                  ) - 0
                ) * 1.4285714285714286
              ) + 0
            ),
            0
          )
          when (
            floor(
              ("so2" / 2.6640063110536936) * power(10, 0) + 0.000001
            ) / power(10, 0)
          ) <= 75 then round(
            (
              (
                (
                  (
                    floor(
                      ("so2" / 2.6640063110536936) * power(10, 0) + 0.000001
                    ) / power(10, 0)
                  ) - 36
                ) * 1.2564102564102564
              ) + 51
            ),
            0
          )
          when (
            floor(
              ("so2" / 2.6640063110536936) * power(10, 0) + 0.000001
            ) / power(10, 0)
          ) <= 185 then round(
            (
              (
                (
                  (
                    floor(
                      ("so2" / 2.6640063110536936) * power(10, 0) + 0.000001
                    ) / power(10, 0)
                  ) - 76
                ) * 0.44954128440366975
              ) + 101
            ),
            0
          )
          when (
            floor(
              ("so2" / 2.6640063110536936) * power(10, 0) + 0.000001
            ) / power(10, 0)
          ) <= 304 then round(
            (
              (
                (
                  (
                    floor(
                      ("so2" / 2.6640063110536936) * power(10, 0) + 0.000001
                    ) / power(10, 0)
                  ) - 186
                ) * 0.4152542372881356
              ) + 151
            ),
            0
          )
          when "so2" is not null then 200
        end,
        -1
      ),
      coalesce(
        case
          when "so2_24h" < 812.5219248713765 then null
          when (
            floor(
              ("so2_24h" / 2.6640063110536936) * power(10, 0) + 0.000001
            ) / power(10, 0)
          ) <= 604 then round(
            (
              (
                (
                  (
                    floor(
                      ("so2_24h" / 2.6640063110536936) * power(10, 0) + 0.000001
                    ) / power(10, 0)
                  ) - 305
                ) * 0.3311036789297659
              ) + 201
            ),
            0
          )
          when (
            floor(
              ("so2_24h" / 2.6640063110536936) * power(10, 0) + 0.000001
            ) / power(10, 0)
          ) <= 1004 then round(
            (
              (
                (
                  (
                    floor(
                      ("so2_24h" / 2.6640063110536936) * power(10, 0) + 0.000001
                    ) / power(10, 0)
                  ) - 605
                ) * 0.49874686716791977
              ) + 301
            ),
            0
          )
          when "so2_24h" is not null then 500
        end,
        -1
      ),
      coalesce(
        case
          when "no2" < 0 then 0
          when (
            floor(
              ("no2" / 1.913010681846544) * power(10, 0) + 0.000001
            ) / power(10, 0)
          ) <= 53 then round(
            (
              (
                (
                  (
                    floor(
                      ("no2" / 1.913010681846544) * power(10, 0) + 0.000001
                    ) / power(10, 0)
                  ) - 0
                ) * 0.9433962264150944
              ) + 0
            ),
            0
          )
          when (
            floor(
              ("no2" / 1.913010681846544) * power(10, 0) + 0.000001
            ) / power(10, 0)
          ) <= 100 then round(
            (
              (
                (
                  (
                    floor(
                      ("no2" / 1.913010681846544) * power(10, 0) + 0.000001
                    ) / power(10, 0)
                  ) - 54
                ) * 1.065217391304348
              ) + 51
            ),
            0
          )
          when (
            floor(
              ("no2" / 1.913010681846544) * power(10, 0) + 0.000001
            ) / power(10, 0)
          ) <= 360 then round(
            (
              (
                (
                  (
                    floor(
                      ("no2" / 1.913010681846544) * power(10, 0) + 0.000001
                    ) / power(10, 0)
                  ) - 101
                ) * 0.1891891891891892
              ) + 101
            ),
            0
          )
          when (
            floor(
              ("no2" / 1.913010681846544) * power(10, 0) + 0.000001
            ) / power(10, 0)
          ) <= 649 then round(
            (
              (
                (
                  (
                    floor(
                      ("no2" / 1.913010681846544) * power(10, 0) + 0.000001
                    ) / power(10, 0)
                  ) - 361
                ) * 0.1701388888888889
              ) + 151
            ),
            0
          )
          when (
            floor(
              ("no2" / 1.913010681846544) * power(10, 0) + 0.000001
            ) / power(10, 0)
          ) <= 1249 then round(
            (
              (
                (
                  (
                    floor(
                      ("no2" / 1.913010681846544) * power(10, 0) + 0.000001
                    ) / power(10, 0)
                  ) - 650
                ) * 0.1652754590984975
              ) + 201
            ),
            0
          )
          when (
            floor(
              ("no2" / 1.913010681846544) * power(10, 0) + 0.000001
            ) / power(10, 0)
          ) <= 2049 then round(
            (
              (
                (
                  (
                    floor(
                      ("no2" / 1.913010681846544) * power(10, 0) + 0.000001
                    ) / power(10, 0)
                  ) - 1250
                ) * 0.2490613266583229
              ) + 301
            ),
            0
          )
          when "no2" is not null then 500
        end,
        -1
      )
    ) then 'so2'
    when case
      when "no2" < 0 then 0
      when (
        floor(
          ("no2" / 1.913010681846544) * power(10, 0) + 0.000001
        ) / power(10, 0)
      ) <= 53 then round(
        (
          (
            (
              (
                floor(
                  ("no2" / 1.913010681846544) * power(10, 0) + 0.000001
                ) / power(10, 0)
              ) - 0
            ) * 0.9433962264150944
          ) + 0
        ),
        0
      )
      when (
        floor(
          ("no2" / 1.913010681846544) * power(10, 0) + 0.000001
        ) / power(10, 0)
      ) <= 100 then round(
        (
          (
            (
              (
                floor(
                  ("no2" / 1.913010681846544) * power(10, 0) + 0.000001
                ) / power(10, 0)
              ) - 54
            ) * 1.065217391304348
          ) + 51
        ),
        0
      )
      when (
        floor(
          ("no2" / 1.913010681846544) * power(10, 0) + 0.000001
        ) / power(10, 0)
      ) <= 360 then round(
        (
          (
            (
              (
                floor(
                  ("no2" / 1.913010681846544) * power(10, 0) + 0.000001
                ) / power(10, 0)
              ) - 101
            ) * 0.1891891891891892
          ) + 101
        ),
        0
      )
      when (
        floor(
          ("no2" / 1.913010681846544) * power(10, 0) + 0.000001
        ) / power(10, 0)
      ) <= 649 then round(
        (
          (
            (
              (
                floor(
                  ("no2" / 1.913010681846544) * power(10, 0) + 0.000001
                ) / power(10, 0)
              ) - 361
            ) * 0.1701388888888889
          ) + 151
        ),
        0
      )
      when (
        floor(
          ("no2" / 1.913010681846544) * power(10, 0) + 0.000001
        ) / power(10, 0)
      ) <= 1249 then round(
        (
          (
            (
              (
                floor(
                  ("no2" / 1.913010681846544) * power(10, 0) + 0.000001
                ) / power(10, 0)
              ) - 650
            ) * 0.1652754590984975
          ) + 201
        ),
        0
      )
      when (
        floor(
          ("no2" / 1.913010681846544) * power(10, 0) + 0.000001
        ) / power(10, 0)
      ) <= 2049 then round(
        (
          (
            (
              (
                floor(
                  ("no2" / 1.913010681846544) * power(10, 0) + 0.000001
                ) / power(10, 0)
              ) - 1250
            ) * 0.2490613266583229
          ) + 301
        ),
        0
      )
      when "no2" is not null then 500
    end = greatest(
      coalesce(
        case
          when "pm25_nowcast" < 0 then 0
          when (
            floor("pm25_nowcast" * power(10, 1) + 0.000001) / power(10, 1)
          ) <= 9 then round(
            (
              (
                (
                  (
                    floor("pm25_nowcast" * power(10, 1) + 0.000001) / power(10, 1)
                  ) - 0
                ) * 5.555555555555555
              ) + 0
            ),
            0
          )
          when (
            floor("pm25_nowcast" * power(10, 1) + 0.000001) / power(10, 1)
          ) <= 35.4 then round(
            (
              (
                (
                  (
                    floor("pm25_nowcast" * power(10, 1) + 0.000001) / power(10, 1)
                  ) - 9.1
                ) * 1.8631178707224336
              ) + 51
            ),
            0
          )
          when (
            floor("pm25_nowcast" * power(10, 1) + 0.000001) / power(10, 1)
          ) <= 55.4 then round(
            (
              (
                (
                  (
                    floor("pm25_nowcast" * power(10, 1) + 0.000001) / power(10, 1)
                  ) - 35.5
                ) * 2.462311557788945
              ) + 101
            ),
            0
          )
          when (
            floor("pm25_nowcast" * power(10, 1) + 0.000001) / power(10, 1)
          ) <= 125.4 then round(
            (
              (
                (
                  (
                    floor("pm25_nowcast" * power(10, 1) + 0.000001) / power(10, 1)
                  ) - 55.5
                ) * 0.7010014306151645
              ) + 151
            ),
            0
          )
          when (
            floor("pm25_nowcast" * power(10, 1) + 0.000001) / power(10, 1)
          ) <= 225.4 then round(
            (
              (
                (
                  (
                    floor("pm25_nowcast" * power(10, 1) + 0.000001) / power(10, 1)
                  ) - 125.5
                ) * 0.990990990990991
              ) + 201
            ),
            0
          )
          when (
            floor("pm25_nowcast" * power(10, 1) + 0.000001) / power(10, 1)
          ) <= 325.4 then round(
            (
              (
                (
                  (
                    floor("pm25_nowcast" * power(10, 1) + 0.000001) / power(10, 1)
                  ) - 225.5
                ) * 1.9919919919919924
              ) + 301
            ),
            0
          )
          when "pm25_nowcast" is not null then 500
        end,
        -1
      ),
      coalesce(
        case
          when "pm10_nowcast" < 0 then 0
          when (
            floor("pm10_nowcast" * power(10, 0) + 0.000001) / power(10, 0)
          ) <= 54 then round(
            (
              (
                (
                  (
                    floor("pm10_nowcast" * power(10, 0) + 0.000001) / power(10, 0)
                  ) - 0
                ) * 0.9259259259259259
              ) + 0
            ),
            0
          )
          when (
            floor("pm10_nowcast" * power(10, 0) + 0.000001) / power(10, 0)
          ) <= 154 then round(
            (
              (
                (
                  (
                    floor("pm10_nowcast" * power(10, 0) + 0.000001) / power(10, 0)
                  ) - 55
                ) * 0.494949494949495
              ) + 51
            ),
            0
          )
          when (
            floor("pm10_nowcast" * power(10, 0) + 0.000001) / power(10, 0)
          ) <= 254 then round(
            (
              (
                (
                  (
                    floor("pm10_nowcast" * power(10, 0) + 0.000001) / power(10, 0)
                  ) - 155
                ) * 0.494949494949495
              ) + 101
            ),
            0
          )
          when (
            floor("pm10_nowcast" * power(10, 0) + 0.000001) / power(10, 0)
          ) <= 354 then round(
            (
              (
                (
                  (
                    floor("pm10_nowcast" * power(10, 0) + 0.000001) / power(10, 0)
                  ) - 255
                ) * 0.494949494949495
              ) + 151
            ),
            0
          )
          when (
            floor("pm10_nowcast" * power(10, 0) + 0.000001) / power(10, 0)
          ) <= 424 then round(
            (
              (
                (
                  (
                    floor("pm10_nowcast" * power(10, 0) + 0.000001) / power(10, 0)
                  ) - 355
                ) * 1.434782608695652
              ) + 201
            ),
            0
          )
          when (
            floor("pm10_nowcast" * power(10, 0) + 0.000001) / power(10, 0)
          ) <= 604 then round(
            (
              (
                (
                  (
                    floor("pm10_nowcast" * power(10, 0) + 0.000001) / power(10, 0)
                  ) - 425
                ) * 1.111731843575419
              ) + 301
            ),
            0
          )
          when "pm10_nowcast" is not null then 500
        end,
        -1
      ),
      coalesce(
        case
          when "o3_8h" < 0 then 0
          when (
            floor(
              ("o3_8h" / 1.9958632491173973) * power(10, 0) + 0.000001
            ) / power(10, 0)
          ) <= 54 then round(
            (
              (
                (
                  (
                    floor(
                      ("o3_8h" / 1.9958632491173973) * power(10, 0) + 0.000001
                    ) / power(10, 0)
                  ) - 0
                ) * 0.9259259259259259
              ) + 0
            ),
            0
          )
          when (
            floor(
              ("o3_8h" / 1.9958632491173973) * power(10, 0) + 0.000001
            ) / power(10, 0)
          ) <= 70 then round(
            (
              (
                (
                  (
                    floor(
                      ("o3_8h" / 1.9958632491173973) * power(10, 0) + 0.000001
                    ) / power(10, 0)
                  ) - 55
                ) * 3.2666666666666666
              ) + 51
            ),
            0
          )
          when (
            floor(
              ("o3_8h" / 1.9958632491173973) * power(10, 0) + 0.000001
            ) / power(10, 0)
          ) <= 85 then round(
            (
              (
                (
                  (
                    floor(
                      ("o3_8h" / 1.9958632491173973) * power(10, 0) + 0.000001
                    ) / power(10, 0)
                  ) - 71
                ) * 3.5
              ) + 101
            ),
            0
          )
          when (
            floor(
              ("o3_8h" / 1.9958632491173973) * power(10, 0) + 0.000001
            ) / power(10, 0)
          ) <= 105 then round(
            (
              (
                (
                  (
                    floor(
                      ("o3_8h" / 1.9958632491173973) * power(10, 0) + 0.000001
                    ) / power(10, 0)
                  ) - 86
                ) * 2.5789473684210527
              ) + 151
            ),
            0
          )
          when (
            floor(
              ("o3_8h" / 1.9958632491173973) * power(10, 0) + 0.000001
            ) / power(10, 0)
          ) <= 200 then round(
            (
              (
                (
                  (
                    floor(
                      ("o3_8h" / 1.9958632491173973) * power(10, 0) + 0.000001
                    ) / power(10, 0)
                  ) - 106
                ) * 1.053191489361702
              ) + 201
            ),
            0
          )
          when "o3_8h" is not null then 300
        end,
        -1
      ),
      coalesce(
        case
          when "o3" < 249.48290613967467 then null
          when (
            floor(
              ("o3" / 1.9958632491173973) * power(10, 0) + 0.000001
            ) / power(10, 0)
          ) <= 164 then round(
            (
              (
                (
                  (
                    floor(
                      ("o3" / 1.9958632491173973) * power(10, 0) + 0.000001
                    ) / power(10, 0)
                  ) - 125
                ) * 1.2564102564102564
              ) + 101
            ),
            0
          )
          when (
            floor(
              ("o3" / 1.9958632491173973) * power(10, 0) + 0.000001
            ) / power(10, 0)
          ) <= 204 then round(
            (
              (
                (
                  (
                    floor(
                      ("o3" / 1.9958632491173973) * power(10, 0) + 0.000001
                    ) / power(10, 0)
                  ) - 165
                ) * 1.2564102564102564
              ) + 151
            ),
            0
          )
          when (
            floor(
              ("o3" / 1.9958632491173973) * power(10, 0) + 0.000001
            ) / power(10, 0)
          ) <= 404 then round(
            (
              (
                (
                  (
                    floor(
                      ("o3" / 1.9958632491173973) * power(10, 0) + 0.000001
                    ) / power(10, 0)
                  ) - 205
                ) * 0.49748743718592964
              ) + 201
            ),
            0
          )
          when (
            floor(
              ("o3" / 1.9958632491173973) * power(10, 0) + 0.000001
            ) / power(10, 0)
          ) <= 604 then round(
            (
              (
                (
                  (
                    floor(
                      ("o3" / 1.9958632491173973) * power(10, 0) + 0.000001
                    ) / power(10, 0)
                  ) - 405
                ) * 1
              ) + 301
            ),
            0
          )
          when "o3" is not null then 500
        end,
        -1
      ),
      coalesce(
        case
          when "co_8h" < 0 then 0
          when (
            floor(
              ("co_8h" / 1.164717896741079) * power(10, 1) + 0.000001
            ) / power(10, 1)
          ) <= 4.4 then round(
            (
              (
                (
                  (
                    floor(
                      ("co_8h" / 1.164717896741079) * power(10, 1) + 0.000001
                    ) / power(10, 1)
                  ) - 0
                ) * 11.363636363636363
              ) + 0
            ),
            0
          )
          when (
            floor(
              ("co_8h" / 1.164717896741079) * power(10, 1) + 0.000001
            ) / power(10, 1)
          ) <= 9.4 then round(
            (
              (
                (
                  (
                    floor(
                      ("co_8h" / 1.164717896741079) * power(10, 1) + 0.000001
                    ) / power(10, 1)
                  ) - 4.5
                ) * 10
              ) + 51
            ),
            0
          )
          when (
            floor(
              ("co_8h" / 1.164717896741079) * power(10, 1) + 0.000001
            ) / power(10, 1)
          ) <= 12.4 then round(
            (
              (
                (
                  (
                    floor(
                      ("co_8h" / 1.164717896741079) * power(10, 1) + 0.000001
                    ) / power(10, 1)
                  ) - 9.5
                ) * 16.89655172413793
              ) + 101
            ),
            0
          )
          when (
            floor(
              ("co_8h" / 1.164717896741079) * power(10, 1) + 0.000001
            ) / power(10, 1)
          ) <= 15.4 then round(
            (
              (
                (
                  (
                    floor(
                      ("co_8h" / 1.164717896741079) * power(10, 1) + 0.000001
                    ) / power(10, 1)
                  ) - 12.5
                ) * 16.89655172413793
              ) + 151
            ),
            0
          )
          when (
            floor(
              ("co_8h" / 1.164717896741079) * power(10, 1) + 0.000001
            ) / power(10, 1)
          ) <= 30.4 then round(
            (
              (
                (
                  (
                    floor(
                      ("co_8h" / 1.164717896741079) * power(10, 1) + 0.000001
                    ) / power(10, 1)
                  ) - 15.5
                ) * 6.644295302013424
              ) + 201
            ),
            0
          )
          when (
            floor(
              ("co_8h" / 1.164717896741079) * power(10, 1) + 0.000001
            ) / power(10, 1)
          ) <= 50.4 then round(
            (
              (
                (
                  (
                    floor(
                      ("co_8h" / 1.164717896741079) * power(10, 1) + 0.000001
                    ) / power(10, 1)
                  ) - 30.5
                ) * 10
              ) + 301
            ),
            0
          )
          when "co_8h" is not null then 500
        end,
        -1
      ),
      coalesce(
        case
          when "so2" < 0 then 0
          when (
            floor(
              ("so2" / 2.6640063110536936) * power(10, 0) + 0.000001
            ) / power(10, 0)
          ) <= 35 then round(
            (
              (
                (
                  (
                    floor(
                      ("so2" / 2.6640063110536936) * power(10, 0) + 0.000001
                    ) / power(10, 0)
                  ) - 0
                ) * 1.4285714285714286
              ) + 0
            ),
            0
          )
          when (
            floor(
              ("so2" / 2.6640063110536936) * power(10, 0) + 0.000001
            ) / power(10, 0)
          ) <= 75 then round(
            (
              (
                (
                  (
                    floor(
                      ("so2" / 2.6640063110536936) * power(10, 0) + 0.000001
                    ) / power(10, 0)
                  ) - 36
                ) * 1.2564102564102564
              ) + 51
            ),
            0
          )
          when (
            floor(
              ("so2" / 2.6640063110536936) * power(10, 0) + 0.000001
            ) / power(10, 0)
          ) <= 185 then round(
            (
              (
                (
                  (
                    floor(
                      ("so2" / 2.6640063110536936) * power(10, 0) + 0.000001
                    ) / power(10, 0)
                  ) - 76
                ) * 0.44954128440366975
              ) + 101
            ),
            0
          )
          when (
            floor(
              ("so2" / 2.6640063110536936) * power(10, 0) + 0.000001
            ) / power(10, 0)
          ) <= 304 then round(
            (
              (
                (
                  (
                    floor(
                      ("so2" / 2.6640063110536936) * power(10, 0) + 0.000001
                    ) / power(10, 0)
                  ) - 186
                ) * 0.4152542372881356
              ) + 151
            ),
            0
          )
          when "so2" is not null then 200
        end,
        -1
      ),
      coalesce(
        case
          when "so2_24h" < 812.5219248713765 then null
          when (
            floor(
              ("so2_24h" / 2.6640063110536936) * power(10, 0) + 0.000001
            ) / power(10, 0)
          ) <= 604 then round(
            (
              (
                (
                  (
                    floor(
                      ("so2_24h" / 2.6640063110536936) * power(10, 0) + 0.000001
                    ) / power(10, 0)
                  ) - 305
                ) * 0.3311036789297659
              ) + 201
            ),
            0
          )
          when (
            floor(
              ("so2_24h" / 2.6640063110536936) * power(10, 0) + 0.000001
            ) / power(10, 0)
          ) <= 1004 then round(
            (
              (
                (
                  (
                    floor(
                      ("so2_24h" / 2.6640063110536936) * power(10, 0) + 0.000001
                    ) / power(10, 0)
                  ) - 605
                ) * 0.49874686716791977
              ) + 301
            ),
            0
          )
          when "so2_24h" is not null then 500
        end,
        -1
      ),
      coalesce(
        case
          when "no2" < 0 then 0
          when (
            floor(
              ("no2" / 1.913010681846544) * power(10, 0) + 0.000001
            ) / power(10, 0)
          ) <= 53 then round(
            (
              (
                (
                  (
                    floor(
                      ("no2" / 1.913010681846544) * power(10, 0) + 0.000001
                    ) / power(10, 0)
                  ) - 0
                ) * 0.9433962264150944
              ) + 0
            ),
            0
          )
          when (
            floor(
              ("no2" / 1.913010681846544) * power(10, 0) + 0.000001
            ) / power(10, 0)
          ) <= 100 then round(
            (
              (
                (
                  (
                    floor(
                      ("no2" / 1.913010681846544) * power(10, 0) + 0.000001
                    ) / power(10, 0)
                  ) - 54
                ) * 1.065217391304348
              ) + 51
            ),
            0
          )
          when (
            floor(
              ("no2" / 1.913010681846544) * power(10, 0) + 0.000001
            ) / power(10, 0)
          ) <= 360 then round(
            (
              (
                (
                  (
                    floor(
                      ("no2" / 1.913010681846544) * power(10, 0) + 0.000001
                    ) / power(10, 0)
                  ) - 101
                ) * 0.1891891891891892
              ) + 101
            ),
            0
          )
          when (
            floor(
              ("no2" / 1.913010681846544) * power(10, 0) + 0.000001
            ) / power(10, 0)
          ) <= 649 then round(
            (
              (
                (
                  (
                    floor(
                      ("no2" / 1.913010681846544) * power(10, 0) + 0.000001
                    ) / power(10, 0)
                  ) - 361
                ) * 0.1701388888888889
              ) + 151
            ),
            0
          )
          when (
            floor(
              ("no2" / 1.913010681846544) * power(10, 0) + 0.000001
            ) / power(10, 0)
          ) <= 1249 then round(
            (
              (
                (
                  (
                    floor(
                      ("no2" / 1.913010681846544) * power(10, 0) + 0.000001
                    ) / power(10, 0)
                  ) - 650
                ) * 0.1652754590984975
              ) + 201
            ),
            0
          )
          when (
            floor(
              ("no2" / 1.913010681846544) * power(10, 0) + 0.000001
            ) / power(10, 0)
          ) <= 2049 then round(
            (
              (
                (
                  (
                    floor(
                      ("no2" / 1.913010681846544) * power(10, 0) + 0.000001
                    ) / power(10, 0)
                  ) - 1250
                ) * 0.2490613266583229
              ) + 301
            ),
            0
          )
          when "no2" is not null then 500
        end,
        -1
      )
    ) then 'no2'
  end as "us_aqi_pollutant",
  (
    (
      floor("pm25_nowcast" * power(10, 1) + 0.000001) / power(10, 1)
    ) > 325.4
    or (
      floor("pm10_nowcast" * power(10, 0) + 0.000001) / power(10, 0)
    ) > 604
    or false
    or (
      floor(
        ("o3" / 1.9958632491173973) * power(10, 0) + 0.000001
      ) / power(10, 0)
    ) > 604
    or (
      floor(
        ("co_8h" / 1.164717896741079) * power(10, 1) + 0.000001
      ) / power(10, 1)
    ) > 50.4
    or false
    or (
      floor(
        ("so2_24h" / 2.6640063110536936) * power(10, 0) + 0.000001
      ) / power(10, 0)
    ) > 1004
    or (
      floor(
        ("no2" / 1.913010681846544) * power(10, 0) + 0.000001
      ) / power(10, 0)
    ) > 2049
  ) as "is_beyond_us_aqi",
  cast(
    nullif(
      greatest(
        coalesce(
          case
            when "pm25" is null then null
            when "pm25" <= 5 then 1
            when "pm25" <= 15 then 2
            when "pm25" <= 50 then 3
            when "pm25" <= 90 then 4
            when "pm25" <= 140 then 5
            else 6
          end,
          -1
        ),
        coalesce(
          case
            when "pm10" is null then null
            when "pm10" <= 15 then 1
            when "pm10" <= 45 then 2
            when "pm10" <= 120 then 3
            when "pm10" <= 195 then 4
            when "pm10" <= 270 then 5
            else 6
          end,
          -1
        ),
        coalesce(
          case
            when "no2" is null then null
            when "no2" <= 10 then 1
            when "no2" <= 25 then 2
            when "no2" <= 60 then 3
            when "no2" <= 100 then 4
            when "no2" <= 150 then 5
            else 6
          end,
          -1
        ),
        coalesce(
          case
            when "o3" is null then null
            when "o3" <= 60 then 1
            when "o3" <= 100 then 2
            when "o3" <= 120 then 3
            when "o3" <= 160 then 4
            when "o3" <= 180 then 5
            else 6
          end,
          -1
        ),
        coalesce(
          case
            when "so2" is null then null
            when "so2" <= 20 then 1
            when "so2" <= 40 then 2
            when "so2" <= 125 then 3
            when "so2" <= 190 then 4
            when "so2" <= 275 then 5
            else 6
          end,
          -1
        )
      ),
      -1
    ) as integer
  ) as "eaqi",
  case
    when greatest(
      coalesce(
        case
          when "pm25" is null then null
          when "pm25" <= 5 then 1
          when "pm25" <= 15 then 2
          when "pm25" <= 50 then 3
          when "pm25" <= 90 then 4
          when "pm25" <= 140 then 5
          else 6
        end,
        -1
      ),
      coalesce(
        case
          when "pm10" is null then null
          when "pm10" <= 15 then 1
          when "pm10" <= 45 then 2
          when "pm10" <= 120 then 3
          when "pm10" <= 195 then 4
          when "pm10" <= 270 then 5
          else 6
        end,
        -1
      ),
      coalesce(
        case
          when "no2" is null then null
          when "no2" <= 10 then 1
          when "no2" <= 25 then 2
          when "no2" <= 60 then 3
          when "no2" <= 100 then 4
          when "no2" <= 150 then 5
          else 6
        end,
        -1
      ),
      coalesce(
        case
          when "o3" is null then null
          when "o3" <= 60 then 1
          when "o3" <= 100 then 2
          when "o3" <= 120 then 3
          when "o3" <= 160 then 4
          when "o3" <= 180 then 5
          else 6
        end,
        -1
      ),
      coalesce(
        case
          when "so2" is null then null
          when "so2" <= 20 then 1
          when "so2" <= 40 then 2
          when "so2" <= 125 then 3
          when "so2" <= 190 then 4
          when "so2" <= 275 then 5
          else 6
        end,
        -1
      )
    ) < 0 then cast(null as varchar)
    when case
      when "pm25" is null then null
      when "pm25" <= 5 then 1
      when "pm25" <= 15 then 2
      when "pm25" <= 50 then 3
      when "pm25" <= 90 then 4
      when "pm25" <= 140 then 5
      else 6
    end = greatest(
      coalesce(
        case
          when "pm25" is null then null
          when "pm25" <= 5 then 1
          when "pm25" <= 15 then 2
          when "pm25" <= 50 then 3
          when "pm25" <= 90 then 4
          when "pm25" <= 140 then 5
          else 6
        end,
        -1
      ),
      coalesce(
        case
          when "pm10" is null then null
          when "pm10" <= 15 then 1
          when "pm10" <= 45 then 2
          when "pm10" <= 120 then 3
          when "pm10" <= 195 then 4
          when "pm10" <= 270 then 5
          else 6
        end,
        -1
      ),
      coalesce(
        case
          when "no2" is null then null
          when "no2" <= 10 then 1
          when "no2" <= 25 then 2
          when "no2" <= 60 then 3
          when "no2" <= 100 then 4
          when "no2" <= 150 then 5
          else 6
        end,
        -1
      ),
      coalesce(
        case
          when "o3" is null then null
          when "o3" <= 60 then 1
          when "o3" <= 100 then 2
          when "o3" <= 120 then 3
          when "o3" <= 160 then 4
          when "o3" <= 180 then 5
          else 6
        end,
        -1
      ),
      coalesce(
        case
          when "so2" is null then null
          when "so2" <= 20 then 1
          when "so2" <= 40 then 2
          when "so2" <= 125 then 3
          when "so2" <= 190 then 4
          when "so2" <= 275 then 5
          else 6
        end,
        -1
      )
    ) then 'pm25'
    when case
      when "pm10" is null then null
      when "pm10" <= 15 then 1
      when "pm10" <= 45 then 2
      when "pm10" <= 120 then 3
      when "pm10" <= 195 then 4
      when "pm10" <= 270 then 5
      else 6
    end = greatest(
      coalesce(
        case
          when "pm25" is null then null
          when "pm25" <= 5 then 1
          when "pm25" <= 15 then 2
          when "pm25" <= 50 then 3
          when "pm25" <= 90 then 4
          when "pm25" <= 140 then 5
          else 6
        end,
        -1
      ),
      coalesce(
        case
          when "pm10" is null then null
          when "pm10" <= 15 then 1
          when "pm10" <= 45 then 2
          when "pm10" <= 120 then 3
          when "pm10" <= 195 then 4
          when "pm10" <= 270 then 5
          else 6
        end,
        -1
      ),
      coalesce(
        case
          when "no2" is null then null
          when "no2" <= 10 then 1
          when "no2" <= 25 then 2
          when "no2" <= 60 then 3
          when "no2" <= 100 then 4
          when "no2" <= 150 then 5
          else 6
        end,
        -1
      ),
      coalesce(
        case
          when "o3" is null then null
          when "o3" <= 60 then 1
          when "o3" <= 100 then 2
          when "o3" <= 120 then 3
          when "o3" <= 160 then 4
          when "o3" <= 180 then 5
          else 6
        end,
        -1
      ),
      coalesce(
        case
          when "so2" is null then null
          when "so2" <= 20 then 1
          when "so2" <= 40 then 2
          when "so2" <= 125 then 3
          when "so2" <= 190 then 4
          when "so2" <= 275 then 5
          else 6
        end,
        -1
      )
    ) then 'pm10'
    when case
      when "no2" is null then null
      when "no2" <= 10 then 1
      when "no2" <= 25 then 2
      when "no2" <= 60 then 3
      when "no2" <= 100 then 4
      when "no2" <= 150 then 5
      else 6
    end = greatest(
      coalesce(
        case
          when "pm25" is null then null
          when "pm25" <= 5 then 1
          when "pm25" <= 15 then 2
          when "pm25" <= 50 then 3
          when "pm25" <= 90 then 4
          when "pm25" <= 140 then 5
          else 6
        end,
        -1
      ),
      coalesce(
        case
          when "pm10" is null then null
          when "pm10" <= 15 then 1
          when "pm10" <= 45 then 2
          when "pm10" <= 120 then 3
          when "pm10" <= 195 then 4
          when "pm10" <= 270 then 5
          else 6
        end,
        -1
      ),
      coalesce(
        case
          when "no2" is null then null
          when "no2" <= 10 then 1
          when "no2" <= 25 then 2
          when "no2" <= 60 then 3
          when "no2" <= 100 then 4
          when "no2" <= 150 then 5
          else 6
        end,
        -1
      ),
      coalesce(
        case
          when "o3" is null then null
          when "o3" <= 60 then 1
          when "o3" <= 100 then 2
          when "o3" <= 120 then 3
          when "o3" <= 160 then 4
          when "o3" <= 180 then 5
          else 6
        end,
        -1
      ),
      coalesce(
        case
          when "so2" is null then null
          when "so2" <= 20 then 1
          when "so2" <= 40 then 2
          when "so2" <= 125 then 3
          when "so2" <= 190 then 4
          when "so2" <= 275 then 5
          else 6
        end,
        -1
      )
    ) then 'no2'
    when case
      when "o3" is null then null
      when "o3" <= 60 then 1
      when "o3" <= 100 then 2
      when "o3" <= 120 then 3
      when "o3" <= 160 then 4
      when "o3" <= 180 then 5
      else 6
    end = greatest(
      coalesce(
        case
          when "pm25" is null then null
          when "pm25" <= 5 then 1
          when "pm25" <= 15 then 2
          when "pm25" <= 50 then 3
          when "pm25" <= 90 then 4
          when "pm25" <= 140 then 5
          else 6
        end,
        -1
      ),
      coalesce(
        case
          when "pm10" is null then null
          when "pm10" <= 15 then 1
          when "pm10" <= 45 then 2
          when "pm10" <= 120 then 3
          when "pm10" <= 195 then 4
          when "pm10" <= 270 then 5
          else 6
        end,
        -1
      ),
      coalesce(
        case
          when "no2" is null then null
          when "no2" <= 10 then 1
          when "no2" <= 25 then 2
          when "no2" <= 60 then 3
          when "no2" <= 100 then 4
          when "no2" <= 150 then 5
          else 6
        end,
        -1
      ),
      coalesce(
        case
          when "o3" is null then null
          when "o3" <= 60 then 1
          when "o3" <= 100 then 2
          when "o3" <= 120 then 3
          when "o3" <= 160 then 4
          when "o3" <= 180 then 5
          else 6
        end,
        -1
      ),
      coalesce(
        case
          when "so2" is null then null
          when "so2" <= 20 then 1
          when "so2" <= 40 then 2
          when "so2" <= 125 then 3
          when "so2" <= 190 then 4
          when "so2" <= 275 then 5
          else 6
        end,
        -1
      )
    ) then 'o3'
    when case
      when "so2" is null then null
      when "so2" <= 20 then 1
      when "so2" <= 40 then 2
      when "so2" <= 125 then 3
      when "so2" <= 190 then 4
      when "so2" <= 275 then 5
      else 6
    end = greatest(
      coalesce(
        case
          when "pm25" is null then null
          when "pm25" <= 5 then 1
          when "pm25" <= 15 then 2
          when "pm25" <= 50 then 3
          when "pm25" <= 90 then 4
          when "pm25" <= 140 then 5
          else 6
        end,
        -1
      ),
      coalesce(
        case
          when "pm10" is null then null
          when "pm10" <= 15 then 1
          when "pm10" <= 45 then 2
          when "pm10" <= 120 then 3
          when "pm10" <= 195 then 4
          when "pm10" <= 270 then 5
          else 6
        end,
        -1
      ),
      coalesce(
        case
          when "no2" is null then null
          when "no2" <= 10 then 1
          when "no2" <= 25 then 2
          when "no2" <= 60 then 3
          when "no2" <= 100 then 4
          when "no2" <= 150 then 5
          else 6
        end,
        -1
      ),
      coalesce(
        case
          when "o3" is null then null
          when "o3" <= 60 then 1
          when "o3" <= 100 then 2
          when "o3" <= 120 then 3
          when "o3" <= 160 then 4
          when "o3" <= 180 then 5
          else 6
        end,
        -1
      ),
      coalesce(
        case
          when "so2" is null then null
          when "so2" <= 20 then 1
          when "so2" <= 40 then 2
          when "so2" <= 125 then 3
          when "so2" <= 190 then 4
          when "so2" <= 275 then 5
          else 6
        end,
        -1
      )
    ) then 'so2'
  end as "eaqi_pollutant",
  (
    "no2" is null
    or "o3" is null
  ) as "is_eaqi_partial",
  round(
    nullif(
      greatest(
        coalesce(
          case
            when "no2" < 0 then 0
            when "no2" <= 50 then (("no2" - 0) * 0.5) + 0
            when "no2" <= 100 then (("no2" - 50) * 0.5) + 25
            when "no2" <= 200 then (("no2" - 100) * 0.25) + 50
            else (("no2" - 200) * 0.125) + 75
          end,
          -1
        ),
        coalesce(
          case
            when "pm10" < 0 then 0
            when "pm10" <= 25 then (("pm10" - 0) * 1) + 0
            when "pm10" <= 50 then (("pm10" - 25) * 1) + 25
            when "pm10" <= 90 then (("pm10" - 50) * 0.625) + 50
            else (("pm10" - 90) * 0.2777777777777778) + 75
          end,
          -1
        ),
        coalesce(
          case
            when "pm25" < 0 then 0
            when "pm25" <= 15 then (("pm25" - 0) * 1.6666666666666667) + 0
            when "pm25" <= 30 then (("pm25" - 15) * 1.6666666666666667) + 25
            when "pm25" <= 55 then (("pm25" - 30) * 1) + 50
            else (("pm25" - 55) * 0.45454545454545453) + 75
          end,
          -1
        ),
        coalesce(
          case
            when "o3" < 0 then 0
            when "o3" <= 60 then (("o3" - 0) * 0.4166666666666667) + 0
            when "o3" <= 120 then (("o3" - 60) * 0.4166666666666667) + 25
            when "o3" <= 180 then (("o3" - 120) * 0.4166666666666667) + 50
            else (("o3" - 180) * 0.4166666666666667) + 75
          end,
          -1
        ),
        coalesce(
          case
            when ("co" * 1000) < 0 then 0
            when ("co" * 1000) <= 5000 then ((("co" * 1000) - 0) * 0.005) + 0
            when ("co" * 1000) <= 7500 then ((("co" * 1000) - 5000) * 0.01) + 25
            when ("co" * 1000) <= 10000 then ((("co" * 1000) - 7500) * 0.01) + 50
            else ((("co" * 1000) - 10000) * 0.0025) + 75
          end,
          -1
        ),
        coalesce(
          case
            when "so2" < 0 then 0
            when "so2" <= 50 then (("so2" - 0) * 0.5) + 0
            when "so2" <= 100 then (("so2" - 50) * 0.5) + 25
            when "so2" <= 300 then (("so2" - 100) * 0.125) + 50
            else (("so2" - 300) * 0.125) + 75
          end,
          -1
        )
      ),
      -1
    ),
    1
  ) as "caqi",
  case
    when greatest(
      coalesce(
        case
          when "no2" < 0 then 0
          when "no2" <= 50 then (("no2" - 0) * 0.5) + 0
          when "no2" <= 100 then (("no2" - 50) * 0.5) + 25
          when "no2" <= 200 then (("no2" - 100) * 0.25) + 50
          else (("no2" - 200) * 0.125) + 75
        end,
        -1
      ),
      coalesce(
        case
          when "pm10" < 0 then 0
          when "pm10" <= 25 then (("pm10" - 0) * 1) + 0
          when "pm10" <= 50 then (("pm10" - 25) * 1) + 25
          when "pm10" <= 90 then (("pm10" - 50) * 0.625) + 50
          else (("pm10" - 90) * 0.2777777777777778) + 75
        end,
        -1
      ),
      coalesce(
        case
          when "pm25" < 0 then 0
          when "pm25" <= 15 then (("pm25" - 0) * 1.6666666666666667) + 0
          when "pm25" <= 30 then (("pm25" - 15) * 1.6666666666666667) + 25
          when "pm25" <= 55 then (("pm25" - 30) * 1) + 50
          else (("pm25" - 55) * 0.45454545454545453) + 75
        end,
        -1
      ),
      coalesce(
        case
          when "o3" < 0 then 0
          when "o3" <= 60 then (("o3" - 0) * 0.4166666666666667) + 0
          when "o3" <= 120 then (("o3" - 60) * 0.4166666666666667) + 25
          when "o3" <= 180 then (("o3" - 120) * 0.4166666666666667) + 50
          else (("o3" - 180) * 0.4166666666666667) + 75
        end,
        -1
      ),
      coalesce(
        case
          when ("co" * 1000) < 0 then 0
          when ("co" * 1000) <= 5000 then ((("co" * 1000) - 0) * 0.005) + 0
          when ("co" * 1000) <= 7500 then ((("co" * 1000) - 5000) * 0.01) + 25
          when ("co" * 1000) <= 10000 then ((("co" * 1000) - 7500) * 0.01) + 50
          else ((("co" * 1000) - 10000) * 0.0025) + 75
        end,
        -1
      ),
      coalesce(
        case
          when "so2" < 0 then 0
          when "so2" <= 50 then (("so2" - 0) * 0.5) + 0
          when "so2" <= 100 then (("so2" - 50) * 0.5) + 25
          when "so2" <= 300 then (("so2" - 100) * 0.125) + 50
          else (("so2" - 300) * 0.125) + 75
        end,
        -1
      )
    ) < 0 then cast(null as varchar)
    when case
      when "no2" < 0 then 0
      when "no2" <= 50 then (("no2" - 0) * 0.5) + 0
      when "no2" <= 100 then (("no2" - 50) * 0.5) + 25
      when "no2" <= 200 then (("no2" - 100) * 0.25) + 50
      else (("no2" - 200) * 0.125) + 75
    end = greatest(
      coalesce(
        case
          when "no2" < 0 then 0
          when "no2" <= 50 then (("no2" - 0) * 0.5) + 0
          when "no2" <= 100 then (("no2" - 50) * 0.5) + 25
          when "no2" <= 200 then (("no2" - 100) * 0.25) + 50
          else (("no2" - 200) * 0.125) + 75
        end,
        -1
      ),
      coalesce(
        case
          when "pm10" < 0 then 0
          when "pm10" <= 25 then (("pm10" - 0) * 1) + 0
          when "pm10" <= 50 then (("pm10" - 25) * 1) + 25
          when "pm10" <= 90 then (("pm10" - 50) * 0.625) + 50
          else (("pm10" - 90) * 0.2777777777777778) + 75
        end,
        -1
      ),
      coalesce(
        case
          when "pm25" < 0 then 0
          when "pm25" <= 15 then (("pm25" - 0) * 1.6666666666666667) + 0
          when "pm25" <= 30 then (("pm25" - 15) * 1.6666666666666667) + 25
          when "pm25" <= 55 then (("pm25" - 30) * 1) + 50
          else (("pm25" - 55) * 0.45454545454545453) + 75
        end,
        -1
      ),
      coalesce(
        case
          when "o3" < 0 then 0
          when "o3" <= 60 then (("o3" - 0) * 0.4166666666666667) + 0
          when "o3" <= 120 then (("o3" - 60) * 0.4166666666666667) + 25
          when "o3" <= 180 then (("o3" - 120) * 0.4166666666666667) + 50
          else (("o3" - 180) * 0.4166666666666667) + 75
        end,
        -1
      ),
      coalesce(
        case
          when ("co" * 1000) < 0 then 0
          when ("co" * 1000) <= 5000 then ((("co" * 1000) - 0) * 0.005) + 0
          when ("co" * 1000) <= 7500 then ((("co" * 1000) - 5000) * 0.01) + 25
          when ("co" * 1000) <= 10000 then ((("co" * 1000) - 7500) * 0.01) + 50
          else ((("co" * 1000) - 10000) * 0.0025) + 75
        end,
        -1
      ),
      coalesce(
        case
          when "so2" < 0 then 0
          when "so2" <= 50 then (("so2" - 0) * 0.5) + 0
          when "so2" <= 100 then (("so2" - 50) * 0.5) + 25
          when "so2" <= 300 then (("so2" - 100) * 0.125) + 50
          else (("so2" - 300) * 0.125) + 75
        end,
        -1
      )
    ) then 'no2'
    when case
      when "pm10" < 0 then 0
      when "pm10" <= 25 then (("pm10" - 0) * 1) + 0
      when "pm10" <= 50 then (("pm10" - 25) * 1) + 25
      when "pm10" <= 90 then (("pm10" - 50) * 0.625) + 50
      else (("pm10" - 90) * 0.2777777777777778) + 75
    end = greatest(
      coalesce(
        case
          when "no2" < 0 then 0
          when "no2" <= 50 then (("no2" - 0) * 0.5) + 0
          when "no2" <= 100 then (("no2" - 50) * 0.5) + 25
          when "no2" <= 200 then (("no2" - 100) * 0.25) + 50
          else (("no2" - 200) * 0.125) + 75
        end,
        -1
      ),
      coalesce(
        case
          when "pm10" < 0 then 0
          when "pm10" <= 25 then (("pm10" - 0) * 1) + 0
          when "pm10" <= 50 then (("pm10" - 25) * 1) + 25
          when "pm10" <= 90 then (("pm10" - 50) * 0.625) + 50
          else (("pm10" - 90) * 0.2777777777777778) + 75
        end,
        -1
      ),
      coalesce(
        case
          when "pm25" < 0 then 0
          when "pm25" <= 15 then (("pm25" - 0) * 1.6666666666666667) + 0
          when "pm25" <= 30 then (("pm25" - 15) * 1.6666666666666667) + 25
          when "pm25" <= 55 then (("pm25" - 30) * 1) + 50
          else (("pm25" - 55) * 0.45454545454545453) + 75
        end,
        -1
      ),
      coalesce(
        case
          when "o3" < 0 then 0
          when "o3" <= 60 then (("o3" - 0) * 0.4166666666666667) + 0
          when "o3" <= 120 then (("o3" - 60) * 0.4166666666666667) + 25
          when "o3" <= 180 then (("o3" - 120) * 0.4166666666666667) + 50
          else (("o3" - 180) * 0.4166666666666667) + 75
        end,
        -1
      ),
      coalesce(
        case
          when ("co" * 1000) < 0 then 0
          when ("co" * 1000) <= 5000 then ((("co" * 1000) - 0) * 0.005) + 0
          when ("co" * 1000) <= 7500 then ((("co" * 1000) - 5000) * 0.01) + 25
          when ("co" * 1000) <= 10000 then ((("co" * 1000) - 7500) * 0.01) + 50
          else ((("co" * 1000) - 10000) * 0.0025) + 75
        end,
        -1
      ),
      coalesce(
        case
          when "so2" < 0 then 0
          when "so2" <= 50 then (("so2" - 0) * 0.5) + 0
          when "so2" <= 100 then (("so2" - 50) * 0.5) + 25
          when "so2" <= 300 then (("so2" - 100) * 0.125) + 50
          else (("so2" - 300) * 0.125) + 75
        end,
        -1
      )
    ) then 'pm10'
    when case
      when "pm25" < 0 then 0
      when "pm25" <= 15 then (("pm25" - 0) * 1.6666666666666667) + 0
      when "pm25" <= 30 then (("pm25" - 15) * 1.6666666666666667) + 25
      when "pm25" <= 55 then (("pm25" - 30) * 1) + 50
      else (("pm25" - 55) * 0.45454545454545453) + 75
    end = greatest(
      coalesce(
        case
          when "no2" < 0 then 0
          when "no2" <= 50 then (("no2" - 0) * 0.5) + 0
          when "no2" <= 100 then (("no2" - 50) * 0.5) + 25
          when "no2" <= 200 then (("no2" - 100) * 0.25) + 50
          else (("no2" - 200) * 0.125) + 75
        end,
        -1
      ),
      coalesce(
        case
          when "pm10" < 0 then 0
          when "pm10" <= 25 then (("pm10" - 0) * 1) + 0
          when "pm10" <= 50 then (("pm10" - 25) * 1) + 25
          when "pm10" <= 90 then (("pm10" - 50) * 0.625) + 50
          else (("pm10" - 90) * 0.2777777777777778) + 75
        end,
        -1
      ),
      coalesce(
        case
          when "pm25" < 0 then 0
          when "pm25" <= 15 then (("pm25" - 0) * 1.6666666666666667) + 0
          when "pm25" <= 30 then (("pm25" - 15) * 1.6666666666666667) + 25
          when "pm25" <= 55 then (("pm25" - 30) * 1) + 50
          else (("pm25" - 55) * 0.45454545454545453) + 75
        end,
        -1
      ),
      coalesce(
        case
          when "o3" < 0 then 0
          when "o3" <= 60 then (("o3" - 0) * 0.4166666666666667) + 0
          when "o3" <= 120 then (("o3" - 60) * 0.4166666666666667) + 25
          when "o3" <= 180 then (("o3" - 120) * 0.4166666666666667) + 50
          else (("o3" - 180) * 0.4166666666666667) + 75
        end,
        -1
      ),
      coalesce(
        case
          when ("co" * 1000) < 0 then 0
          when ("co" * 1000) <= 5000 then ((("co" * 1000) - 0) * 0.005) + 0
          when ("co" * 1000) <= 7500 then ((("co" * 1000) - 5000) * 0.01) + 25
          when ("co" * 1000) <= 10000 then ((("co" * 1000) - 7500) * 0.01) + 50
          else ((("co" * 1000) - 10000) * 0.0025) + 75
        end,
        -1
      ),
      coalesce(
        case
          when "so2" < 0 then 0
          when "so2" <= 50 then (("so2" - 0) * 0.5) + 0
          when "so2" <= 100 then (("so2" - 50) * 0.5) + 25
          when "so2" <= 300 then (("so2" - 100) * 0.125) + 50
          else (("so2" - 300) * 0.125) + 75
        end,
        -1
      )
    ) then 'pm25'
    when case
      when "o3" < 0 then 0
      when "o3" <= 60 then (("o3" - 0) * 0.4166666666666667) + 0
      when "o3" <= 120 then (("o3" - 60) * 0.4166666666666667) + 25
      when "o3" <= 180 then (("o3" - 120) * 0.4166666666666667) + 50
      else (("o3" - 180) * 0.4166666666666667) + 75
    end = greatest(
      coalesce(
        case
          when "no2" < 0 then 0
          when "no2" <= 50 then (("no2" - 0) * 0.5) + 0
          when "no2" <= 100 then (("no2" - 50) * 0.5) + 25
          when "no2" <= 200 then (("no2" - 100) * 0.25) + 50
          else (("no2" - 200) * 0.125) + 75
        end,
        -1
      ),
      coalesce(
        case
          when "pm10" < 0 then 0
          when "pm10" <= 25 then (("pm10" - 0) * 1) + 0
          when "pm10" <= 50 then (("pm10" - 25) * 1) + 25
          when "pm10" <= 90 then (("pm10" - 50) * 0.625) + 50
          else (("pm10" - 90) * 0.2777777777777778) + 75
        end,
        -1
      ),
      coalesce(
        case
          when "pm25" < 0 then 0
          when "pm25" <= 15 then (("pm25" - 0) * 1.6666666666666667) + 0
          when "pm25" <= 30 then (("pm25" - 15) * 1.6666666666666667) + 25
          when "pm25" <= 55 then (("pm25" - 30) * 1) + 50
          else (("pm25" - 55) * 0.45454545454545453) + 75
        end,
        -1
      ),
      coalesce(
        case
          when "o3" < 0 then 0
          when "o3" <= 60 then (("o3" - 0) * 0.4166666666666667) + 0
          when "o3" <= 120 then (("o3" - 60) * 0.4166666666666667) + 25
          when "o3" <= 180 then (("o3" - 120) * 0.4166666666666667) + 50
          else (("o3" - 180) * 0.4166666666666667) + 75
        end,
        -1
      ),
      coalesce(
        case
          when ("co" * 1000) < 0 then 0
          when ("co" * 1000) <= 5000 then ((("co" * 1000) - 0) * 0.005) + 0
          when ("co" * 1000) <= 7500 then ((("co" * 1000) - 5000) * 0.01) + 25
          when ("co" * 1000) <= 10000 then ((("co" * 1000) - 7500) * 0.01) + 50
          else ((("co" * 1000) - 10000) * 0.0025) + 75
        end,
        -1
      ),
      coalesce(
        case
          when "so2" < 0 then 0
          when "so2" <= 50 then (("so2" - 0) * 0.5) + 0
          when "so2" <= 100 then (("so2" - 50) * 0.5) + 25
          when "so2" <= 300 then (("so2" - 100) * 0.125) + 50
          else (("so2" - 300) * 0.125) + 75
        end,
        -1
      )
    ) then 'o3'
    when case
      when ("co" * 1000) < 0 then 0
      when ("co" * 1000) <= 5000 then ((("co" * 1000) - 0) * 0.005) + 0
      when ("co" * 1000) <= 7500 then ((("co" * 1000) - 5000) * 0.01) + 25
      when ("co" * 1000) <= 10000 then ((("co" * 1000) - 7500) * 0.01) + 50
      else ((("co" * 1000) - 10000) * 0.0025) + 75
    end = greatest(
      coalesce(
        case
          when "no2" < 0 then 0
          when "no2" <= 50 then (("no2" - 0) * 0.5) + 0
          when "no2" <= 100 then (("no2" - 50) * 0.5) + 25
          when "no2" <= 200 then (("no2" - 100) * 0.25) + 50
          else (("no2" - 200) * 0.125) + 75
        end,
        -1
      ),
      coalesce(
        case
          when "pm10" < 0 then 0
          when "pm10" <= 25 then (("pm10" - 0) * 1) + 0
          when "pm10" <= 50 then (("pm10" - 25) * 1) + 25
          when "pm10" <= 90 then (("pm10" - 50) * 0.625) + 50
          else (("pm10" - 90) * 0.2777777777777778) + 75
        end,
        -1
      ),
      coalesce(
        case
          when "pm25" < 0 then 0
          when "pm25" <= 15 then (("pm25" - 0) * 1.6666666666666667) + 0
          when "pm25" <= 30 then (("pm25" - 15) * 1.6666666666666667) + 25
          when "pm25" <= 55 then (("pm25" - 30) * 1) + 50
          else (("pm25" - 55) * 0.45454545454545453) + 75
        end,
        -1
      ),
      coalesce(
        case
          when "o3" < 0 then 0
          when "o3" <= 60 then (("o3" - 0) * 0.4166666666666667) + 0
          when "o3" <= 120 then (("o3" - 60) * 0.4166666666666667) + 25
          when "o3" <= 180 then (("o3" - 120) * 0.4166666666666667) + 50
          else (("o3" - 180) * 0.4166666666666667) + 75
        end,
        -1
      ),
      coalesce(
        case
          when ("co" * 1000) < 0 then 0
          when ("co" * 1000) <= 5000 then ((("co" * 1000) - 0) * 0.005) + 0
          when ("co" * 1000) <= 7500 then ((("co" * 1000) - 5000) * 0.01) + 25
          when ("co" * 1000) <= 10000 then ((("co" * 1000) - 7500) * 0.01) + 50
          else ((("co" * 1000) - 10000) * 0.0025) + 75
        end,
        -1
      ),
      coalesce(
        case
          when "so2" < 0 then 0
          when "so2" <= 50 then (("so2" - 0) * 0.5) + 0
          when "so2" <= 100 then (("so2" - 50) * 0.5) + 25
          when "so2" <= 300 then (("so2" - 100) * 0.125) + 50
          else (("so2" - 300) * 0.125) + 75
        end,
        -1
      )
    ) then 'co'
    when case
      when "so2" < 0 then 0
      when "so2" <= 50 then (("so2" - 0) * 0.5) + 0
      when "so2" <= 100 then (("so2" - 50) * 0.5) + 25
      when "so2" <= 300 then (("so2" - 100) * 0.125) + 50
      else (("so2" - 300) * 0.125) + 75
    end = greatest(
      coalesce(
        case
          when "no2" < 0 then 0
          when "no2" <= 50 then (("no2" - 0) * 0.5) + 0
          when "no2" <= 100 then (("no2" - 50) * 0.5) + 25
          when "no2" <= 200 then (("no2" - 100) * 0.25) + 50
          else (("no2" - 200) * 0.125) + 75
        end,
        -1
      ),
      coalesce(
        case
          when "pm10" < 0 then 0
          when "pm10" <= 25 then (("pm10" - 0) * 1) + 0
          when "pm10" <= 50 then (("pm10" - 25) * 1) + 25
          when "pm10" <= 90 then (("pm10" - 50) * 0.625) + 50
          else (("pm10" - 90) * 0.2777777777777778) + 75
        end,
        -1
      ),
      coalesce(
        case
          when "pm25" < 0 then 0
          when "pm25" <= 15 then (("pm25" - 0) * 1.6666666666666667) + 0
          when "pm25" <= 30 then (("pm25" - 15) * 1.6666666666666667) + 25
          when "pm25" <= 55 then (("pm25" - 30) * 1) + 50
          else (("pm25" - 55) * 0.45454545454545453) + 75
        end,
        -1
      ),
      coalesce(
        case
          when "o3" < 0 then 0
          when "o3" <= 60 then (("o3" - 0) * 0.4166666666666667) + 0
          when "o3" <= 120 then (("o3" - 60) * 0.4166666666666667) + 25
          when "o3" <= 180 then (("o3" - 120) * 0.4166666666666667) + 50
          else (("o3" - 180) * 0.4166666666666667) + 75
        end,
        -1
      ),
      coalesce(
        case
          when ("co" * 1000) < 0 then 0
          when ("co" * 1000) <= 5000 then ((("co" * 1000) - 0) * 0.005) + 0
          when ("co" * 1000) <= 7500 then ((("co" * 1000) - 5000) * 0.01) + 25
          when ("co" * 1000) <= 10000 then ((("co" * 1000) - 7500) * 0.01) + 50
          else ((("co" * 1000) - 10000) * 0.0025) + 75
        end,
        -1
      ),
      coalesce(
        case
          when "so2" < 0 then 0
          when "so2" <= 50 then (("so2" - 0) * 0.5) + 0
          when "so2" <= 100 then (("so2" - 50) * 0.5) + 25
          when "so2" <= 300 then (("so2" - 100) * 0.125) + 50
          else (("so2" - 300) * 0.125) + 75
        end,
        -1
      )
    ) then 'so2'
  end as "caqi_pollutant"
from
  (
    select
      "city",
      "station_id",
      "observed_at",
      "pm25",
      "pm10",
      "no2",
      "o3",
      "so2",
      "co",
      "o3_8h",
      "co_8h",
      "so2_24h",
      cast(
        case
          when (
            (
              (
                0 + case
                  when "pm25" is null then 0
                  else 1
                end
              ) + case
                when "pm25_1" is null then 0
                else 1
              end
            ) + case
              when "pm25_2" is null then 0
              else 1
            end
          ) >= 2 then (
            case
              when "pm25" is null then 0
              when "pm25" < 0 then 0
              else "pm25"
            end + (
              case
                when "pm25_least" <= 0 then 0.5
                when ("pm25_most" * 0.5) > "pm25_least" then 0.5
                else "pm25_least" / "pm25_most"
              end * (
                case
                  when "pm25_1" is null then 0
                  when "pm25_1" < 0 then 0
                  else "pm25_1"
                end + (
                  case
                    when "pm25_least" <= 0 then 0.5
                    when ("pm25_most" * 0.5) > "pm25_least" then 0.5
                    else "pm25_least" / "pm25_most"
                  end * (
                    case
                      when "pm25_2" is null then 0
                      when "pm25_2" < 0 then 0
                      else "pm25_2"
                    end + (
                      case
                        when "pm25_least" <= 0 then 0.5
                        when ("pm25_most" * 0.5) > "pm25_least" then 0.5
                        else "pm25_least" / "pm25_most"
                      end * (
                        case
                          when "pm25_3" is null then 0
                          when "pm25_3" < 0 then 0
                          else "pm25_3"
                        end + (
                          case
                            when "pm25_least" <= 0 then 0.5
                            when ("pm25_most" * 0.5) > "pm25_least" then 0.5
                            else "pm25_least" / "pm25_most"
                          end * (
                            case
                              when "pm25_4" is null then 0
                              when "pm25_4" < 0 then 0
                              else "pm25_4"
                            end + (
                              case
                                when "pm25_least" <= 0 then 0.5
                                when ("pm25_most" * 0.5) > "pm25_least" then 0.5
                                else "pm25_least" / "pm25_most"
                              end * (
                                case
                                  when "pm25_5" is null then 0
                                  when "pm25_5" < 0 then 0
                                  else "pm25_5"
                                end + (
                                  case
                                    when "pm25_least" <= 0 then 0.5
                                    when ("pm25_most" * 0.5) > "pm25_least" then 0.5
                                    else "pm25_least" / "pm25_most"
                                  end * (
                                    case
                                      when "pm25_6" is null then 0
                                      when "pm25_6" < 0 then 0
                                      else "pm25_6"
                                    end + (
                                      case
                                        when "pm25_least" <= 0 then 0.5
                                        when ("pm25_most" * 0.5) > "pm25_least" then 0.5
                                        else "pm25_least" / "pm25_most"
                                      end * (
                                        case
                                          when "pm25_7" is null then 0
                                          when "pm25_7" < 0 then 0
                                          else "pm25_7"
                                        end + (
                                          case
                                            when "pm25_least" <= 0 then 0.5
                                            when ("pm25_most" * 0.5) > "pm25_least" then 0.5
                                            else "pm25_least" / "pm25_most"
                                          end * (
                                            case
                                              when "pm25_8" is null then 0
                                              when "pm25_8" < 0 then 0
                                              else "pm25_8"
                                            end + (
                                              case
                                                when "pm25_least" <= 0 then 0.5
                                                when ("pm25_most" * 0.5) > "pm25_least" then 0.5
                                                else "pm25_least" / "pm25_most"
                                              end * (
                                                case
                                                  when "pm25_9" is null then 0
                                                  when "pm25_9" < 0 then 0
                                                  else "pm25_9"
                                                end + (
                                                  case
                                                    when "pm25_least" <= 0 then 0.5
                                                    when ("pm25_most" * 0.5) > "pm25_least" then 0.5
                                                    else "pm25_least" / "pm25_most"
                                                  end * (
                                                    case
                                                      when "pm25_10" is null then 0
                                                      when "pm25_10" < 0 then 0
                                                      else "pm25_10"
                                                    end + (
                                                      case
                                                        when "pm25_least" <= 0 then 0.5
                                                        when ("pm25_most" * 0.5) > "pm25_least" then 0.5
                                                        else "pm25_least" / "pm25_most"
                                                      end * case
                                                        when "pm25_11" is null then 0
                                                        when "pm25_11" < 0 then 0
                                                        else "pm25_11"
                                                      end
                                                    )
                                                  )
                                                )
                                              )
                                            )
                                          )
                                        )
                                      )
                                    )
                                  )
                                )
                              )
                            )
                          )
                        )
                      )
                    )
                  )
                )
              )
            )
          ) / (
            case
              when "pm25" is null then 0
              else 1
            end + (
              case
                when "pm25_least" <= 0 then 0.5
                when ("pm25_most" * 0.5) > "pm25_least" then 0.5
                else "pm25_least" / "pm25_most"
              end * (
                case
                  when "pm25_1" is null then 0
                  else 1
                end + (
                  case
                    when "pm25_least" <= 0 then 0.5
                    when ("pm25_most" * 0.5) > "pm25_least" then 0.5
                    else "pm25_least" / "pm25_most"
                  end * (
                    case
                      when "pm25_2" is null then 0
                      else 1
                    end + (
                      case
                        when "pm25_least" <= 0 then 0.5
                        when ("pm25_most" * 0.5) > "pm25_least" then 0.5
                        else "pm25_least" / "pm25_most"
                      end * (
                        case
                          when "pm25_3" is null then 0
                          else 1
                        end + (
                          case
                            when "pm25_least" <= 0 then 0.5
                            when ("pm25_most" * 0.5) > "pm25_least" then 0.5
                            else "pm25_least" / "pm25_most"
                          end * (
                            case
                              when "pm25_4" is null then 0
                              else 1
                            end + (
                              case
                                when "pm25_least" <= 0 then 0.5
                                when ("pm25_most" * 0.5) > "pm25_least" then 0.5
                                else "pm25_least" / "pm25_most"
                              end * (
                                case
                                  when "pm25_5" is null then 0
                                  else 1
                                end + (
                                  case
                                    when "pm25_least" <= 0 then 0.5
                                    when ("pm25_most" * 0.5) > "pm25_least" then 0.5
                                    else "pm25_least" / "pm25_most"
                                  end * (
                                    case
                                      when "pm25_6" is null then 0
                                      else 1
                                    end + (
                                      case
                                        when "pm25_least" <= 0 then 0.5
                                        when ("pm25_most" * 0.5) > "pm25_least" then 0.5
                                        else "pm25_least" / "pm25_most"
                                      end * (
                                        case
                                          when "pm25_7" is null then 0
                                          else 1
                                        end + (
                                          case
                                            when "pm25_least" <= 0 then 0.5
                                            when ("pm25_most" * 0.5) > "pm25_least" then 0.5
                                            else "pm25_least" / "pm25_most"
                                          end * (
                                            case
                                              when "pm25_8" is null then 0
                                              else 1
                                            end + (
                                              case
                                                when "pm25_least" <= 0 then 0.5
                                                when ("pm25_most" * 0.5) > "pm25_least" then 0.5
                                                else "pm25_least" / "pm25_most"
                                              end * (
                                                case
                                                  when "pm25_9" is null then 0
                                                  else 1
                                                end + (
                                                  case
                                                    when "pm25_least" <= 0 then 0.5
                                                    when ("pm25_most" * 0.5) > "pm25_least" then 0.5
                                                    else "pm25_least" / "pm25_most"
                                                  end * (
                                                    case
                                                      when "pm25_10" is null then 0
                                                      else 1
                                                    end + (
                                                      case
                                                        when "pm25_least" <= 0 then 0.5
                                                        when ("pm25_most" * 0.5) > "pm25_least" then 0.5
                                                        else "pm25_least" / "pm25_most"
                                                      end * case
                                                        when "pm25_11" is null then 0
                                                        else 1
                                                      end
                                                    )
                                                  )
                                                )
                                              )
                                            )
                                          )
                                        )
                                      )
                                    )
                                  )
                                )
                              )
                            )
                          )
                        )
                      )
                    )
                  )
                )
              )
            )
          )
        end as double precision
      ) as "pm25_nowcast",
      cast(
        case
          when (
            (
              (
                0 + case
                  when "pm10" is null then 0
                  else 1
                end
              ) + case
                when "pm10_1" is null then 0
                else 1
              end
            ) + case
              when "pm10_2" is null then 0
              else 1
            end
          ) >= 2 then (
            case
              when "pm10" is null then 0
              when "pm10" < 0 then 0
              else "pm10"
            end + (
              case
                when "pm10_least" <= 0 then 0.5
                when ("pm10_most" * 0.5) > "pm10_least" then 0.5
                else "pm10_least" / "pm10_most"
              end * (
                case
                  when "pm10_1" is null then 0
                  when "pm10_1" < 0 then 0
                  else "pm10_1"
                end + (
                  case
                    when "pm10_least" <= 0 then 0.5
                    when ("pm10_most" * 0.5) > "pm10_least" then 0.5
                    else "pm10_least" / "pm10_most"
                  end * (
                    case
                      when "pm10_2" is null then 0
                      when "pm10_2" < 0 then 0
                      else "pm10_2"
                    end + (
                      case
                        when "pm10_least" <= 0 then 0.5
                        when ("pm10_most" * 0.5) > "pm10_least" then 0.5
                        else "pm10_least" / "pm10_most"
                      end * (
                        case
                          when "pm10_3" is null then 0
                          when "pm10_3" < 0 then 0
                          else "pm10_3"
                        end + (
                          case
                            when "pm10_least" <= 0 then 0.5
                            when ("pm10_most" * 0.5) > "pm10_least" then 0.5
                            else "pm10_least" / "pm10_most"
                          end * (
                            case
                              when "pm10_4" is null then 0
                              when "pm10_4" < 0 then 0
                              else "pm10_4"
                            end + (
                              case
                                when "pm10_least" <= 0 then 0.5
                                when ("pm10_most" * 0.5) > "pm10_least" then 0.5
                                else "pm10_least" / "pm10_most"
                              end * (
                                case
                                  when "pm10_5" is null then 0
                                  when "pm10_5" < 0 then 0
                                  else "pm10_5"
                                end + (
                                  case
                                    when "pm10_least" <= 0 then 0.5
                                    when ("pm10_most" * 0.5) > "pm10_least" then 0.5
                                    else "pm10_least" / "pm10_most"
                                  end * (
                                    case
                                      when "pm10_6" is null then 0
                                      when "pm10_6" < 0 then 0
                                      else "pm10_6"
                                    end + (
                                      case
                                        when "pm10_least" <= 0 then 0.5
                                        when ("pm10_most" * 0.5) > "pm10_least" then 0.5
                                        else "pm10_least" / "pm10_most"
                                      end * (
                                        case
                                          when "pm10_7" is null then 0
                                          when "pm10_7" < 0 then 0
                                          else "pm10_7"
                                        end + (
                                          case
                                            when "pm10_least" <= 0 then 0.5
                                            when ("pm10_most" * 0.5) > "pm10_least" then 0.5
                                            else "pm10_least" / "pm10_most"
                                          end * (
                                            case
                                              when "pm10_8" is null then 0
                                              when "pm10_8" < 0 then 0
                                              else "pm10_8"
                                            end + (
                                              case
                                                when "pm10_least" <= 0 then 0.5
                                                when ("pm10_most" * 0.5) > "pm10_least" then 0.5
                                                else "pm10_least" / "pm10_most"
                                              end * (
                                                case
                                                  when "pm10_9" is null then 0
                                                  when "pm10_9" < 0 then 0
                                                  else "pm10_9"
                                                end + (
                                                  case
                                                    when "pm10_least" <= 0 then 0.5
                                                    when ("pm10_most" * 0.5) > "pm10_least" then 0.5
                                                    else "pm10_least" / "pm10_most"
                                                  end * (
                                                    case
                                                      when "pm10_10" is null then 0
                                                      when "pm10_10" < 0 then 0
                                                      else "pm10_10"
                                                    end + (
                                                      case
                                                        when "pm10_least" <= 0 then 0.5
                                                        when ("pm10_most" * 0.5) > "pm10_least" then 0.5
                                                        else "pm10_least" / "pm10_most"
                                                      end * case
                                                        when "pm10_11" is null then 0
                                                        when "pm10_11" < 0 then 0
                                                        else "pm10_11"
                                                      end
                                                    )
                                                  )
                                                )
                                              )
                                            )
                                          )
                                        )
                                      )
                                    )
                                  )
                                )
                              )
                            )
                          )
                        )
                      )
                    )
                  )
                )
              )
            )
          ) / (
            case
              when "pm10" is null then 0
              else 1
            end + (
              case
                when "pm10_least" <= 0 then 0.5
                when ("pm10_most" * 0.5) > "pm10_least" then 0.5
                else "pm10_least" / "pm10_most"
              end * (
                case
                  when "pm10_1" is null then 0
                  else 1
                end + (
                  case
                    when "pm10_least" <= 0 then 0.5
                    when ("pm10_most" * 0.5) > "pm10_least" then 0.5
                    else "pm10_least" / "pm10_most"
                  end * (
                    case
                      when "pm10_2" is null then 0
                      else 1
                    end + (
                      case
                        when "pm10_least" <= 0 then 0.5
                        when ("pm10_most" * 0.5) > "pm10_least" then 0.5
                        else "pm10_least" / "pm10_most"
                      end * (
                        case
                          when "pm10_3" is null then 0
                          else 1
                        end + (
                          case
                            when "pm10_least" <= 0 then 0.5
                            when ("pm10_most" * 0.5) > "pm10_least" then 0.5
                            else "pm10_least" / "pm10_most"
                          end * (
                            case
                              when "pm10_4" is null then 0
                              else 1
                            end + (
                              case
                                when "pm10_least" <= 0 then 0.5
                                when ("pm10_most" * 0.5) > "pm10_least" then 0.5
                                else "pm10_least" / "pm10_most"
                              end * (
                                case
                                  when "pm10_5" is null then 0
                                  else 1
                                end + (
                                  case
                                    when "pm10_least" <= 0 then 0.5
                                    when ("pm10_most" * 0.5) > "pm10_least" then 0.5
                                    else "pm10_least" / "pm10_most"
                                  end * (
                                    case
                                      when "pm10_6" is null then 0
                                      else 1
                                    end + (
                                      case
                                        when "pm10_least" <= 0 then 0.5
                                        when ("pm10_most" * 0.5) > "pm10_least" then 0.5
                                        else "pm10_least" / "pm10_most"
                                      end * (
                                        case
                                          when "pm10_7" is null then 0
                                          else 1
                                        end + (
                                          case
                                            when "pm10_least" <= 0 then 0.5
                                            when ("pm10_most" * 0.5) > "pm10_least" then 0.5
                                            else "pm10_least" / "pm10_most"
                                          end * (
                                            case
                                              when "pm10_8" is null then 0
                                              else 1
                                            end + (
                                              case
                                                when "pm10_least" <= 0 then 0.5
                                                when ("pm10_most" * 0.5) > "pm10_least" then 0.5
                                                else "pm10_least" / "pm10_most"
                                              end * (
                                                case
                                                  when "pm10_9" is null then 0
                                                  else 1
                                                end + (
                                                  case
                                                    when "pm10_least" <= 0 then 0.5
                                                    when ("pm10_most" * 0.5) > "pm10_least" then 0.5
                                                    else "pm10_least" / "pm10_most"
                                                  end * (
                                                    case
                                                      when "pm10_10" is null then 0
                                                      else 1
                                                    end + (
                                                      case
                                                        when "pm10_least" <= 0 then 0.5
                                                        when ("pm10_most" * 0.5) > "pm10_least" then 0.5
                                                        else "pm10_least" / "pm10_most"
                                                      end * case
                                                        when "pm10_11" is null then 0
                                                        else 1
                                                      end
                                                    )
                                                  )
                                                )
                                              )
                                            )
                                          )
                                        )
                                      )
                                    )
                                  )
                                )
                              )
                            )
                          )
                        )
                      )
                    )
                  )
                )
              )
            )
          )
        end as double precision
      ) as "pm10_nowcast"
    from
      (
        select
          *,
          lag("pm25", 1) over (
            partition by
              "city",
              "station_id"
            order by
              "observed_at"
          ) as "pm25_1",
          lag("pm25", 2) over (
            partition by
              "city",
              "station_id"
            order by
              "observed_at"
          ) as "pm25_2",
          lag("pm25", 3) over (
            partition by
              "city",
              "station_id"
            order by
              "observed_at"
          ) as "pm25_3",
          lag("pm25", 4) over (
            partition by
              "city",
              "station_id"
            order by
              "observed_at"
          ) as "pm25_4",
          lag("pm25", 5) over (
            partition by
              "city",
              "station_id"
            order by
              "observed_at"
          ) as "pm25_5",
          lag("pm25", 6) over (
            partition by
              "city",
              "station_id"
            order by
              "observed_at"
          ) as "pm25_6",
          lag("pm25", 7) over (
            partition by
              "city",
              "station_id"
            order by
              "observed_at"
          ) as "pm25_7",
          lag("pm25", 8) over (
            partition by
              "city",
              "station_id"
            order by
              "observed_at"
          ) as "pm25_8",
          lag("pm25", 9) over (
            partition by
              "city",
              "station_id"
            order by
              "observed_at"
          ) as "pm25_9",
          lag("pm25", 10) over (
            partition by
              "city",
              "station_id"
            order by
              "observed_at"
          ) as "pm25_10",
          lag("pm25", 11) over (
            partition by
              "city",
              "station_id"
            order by
              "observed_at"
          ) as "pm25_11",
          min("pm25") over (
            partition by
              "city",
              "station_id"
            order by
              "observed_at" rows between 11 preceding
              and current row
          ) as "pm25_least",
          max("pm25") over (
            partition by
              "city",
              "station_id"
            order by
              "observed_at" rows between 11 preceding
              and current row
          ) as "pm25_most",
          lag("pm10", 1) over (
            partition by
              "city",
              "station_id"
            order by
              "observed_at"
          ) as "pm10_1",
          lag("pm10", 2) over (
            partition by
              "city",
              "station_id"
            order by
              "observed_at"
          ) as "pm10_2",
          lag("pm10", 3) over (
            partition by
              "city",
              "station_id"
            order by
              "observed_at"
          ) as "pm10_3",
          lag("pm10", 4) over (
            partition by
              "city",
              "station_id"
            order by
              "observed_at"
          ) as "pm10_4",
          lag("pm10", 5) over (
            partition by
              "city",
              "station_id"
            order by
              "observed_at"
          ) as "pm10_5",
          lag("pm10", 6) over (
            partition by
              "city",
              "station_id"
            order by
              "observed_at"
          ) as "pm10_6",
          lag("pm10", 7) over (
            partition by
              "city",
              "station_id"
            order by
              "observed_at"
          ) as "pm10_7",
          lag("pm10", 8) over (
            partition by
              "city",
              "station_id"
            order by
              "observed_at"
          ) as "pm10_8",
          lag("pm10", 9) over (
            partition by
              "city",
              "station_id"
            order by
              "observed_at"
          ) as "pm10_9",
          lag("pm10", 10) over (
            partition by
              "city",
              "station_id"
            order by
              "observed_at"
          ) as "pm10_10",
          lag("pm10", 11) over (
            partition by
              "city",
              "station_id"
            order by
              "observed_at"
          ) as "pm10_11",
          min("pm10") over (
            partition by
              "city",
              "station_id"
            order by
              "observed_at" rows between 11 preceding
              and current row
          ) as "pm10_least",
          max("pm10") over (
            partition by
              "city",
              "station_id"
            order by
              "observed_at" rows between 11 preceding
              and current row
          ) as "pm10_most",
          case
            when count("o3") over (
              partition by
                "city",
                "station_id"
              order by
                "observed_at" rows between 7 preceding
                and current row
            ) >= 6 then (
              cast(
                sum(try_cast("o3" as decimal(38, 15))) over (
                  partition by
                    "city",
                    "station_id"
                  order by
                    "observed_at" rows between 7 preceding
                    and current row
                ) as double
              ) / count(try_cast("o3" as decimal(38, 15))) over (
                partition by
                  "city",
                  "station_id"
                order by
                  "observed_at" rows between 7 preceding
                  and current row
              )
            )
          end as "o3_8h",
          case
            when count("co") over (
              partition by
                "city",
                "station_id"
              order by
                "observed_at" rows between 7 preceding
                and current row
            ) >= 6 then (
              cast(
                sum(try_cast("co" as decimal(38, 15))) over (
                  partition by
                    "city",
                    "station_id"
                  order by
                    "observed_at" rows between 7 preceding
                    and current row
                ) as double
              ) / count(try_cast("co" as decimal(38, 15))) over (
                partition by
                  "city",
                  "station_id"
                order by
                  "observed_at" rows between 7 preceding
                  and current row
              )
            )
          end as "co_8h",
          case
            when count("so2") over (
              partition by
                "city",
                "station_id"
              order by
                "observed_at" rows between 23 preceding
                and current row
            ) >= 18 then (
              cast(
                sum(try_cast("so2" as decimal(38, 15))) over (
                  partition by
                    "city",
                    "station_id"
                  order by
                    "observed_at" rows between 23 preceding
                    and current row
                ) as double
              ) / count(try_cast("so2" as decimal(38, 15))) over (
                partition by
                  "city",
                  "station_id"
                order by
                  "observed_at" rows between 23 preceding
                  and current row
              )
            )
          end as "so2_24h"
        from
          (
            select
              "series"."city",
              "series"."station_id",
              "touched"."hour" as "observed_at",
              "hour"."pm25",
              "hour"."pm10",
              "hour"."no2",
              "hour"."o3",
              "hour"."so2",
              "hour"."co"
            from
              (
                select
                  "city",
                  "station_id",
                  min("observed_at") as "first_at",
                  max("observed_at") as "last_at"
                from
                  (
                    select
                      "city",
                      "station_id",
                      "observed_at",
                      max(
                        case
                          when "property" = 'pm25' then "value"
                        end
                      ) as "pm25",
                      max(
                        case
                          when "property" = 'pm10' then "value"
                        end
                      ) as "pm10",
                      max(
                        case
                          when "property" = 'no2' then "value"
                        end
                      ) as "no2",
                      max(
                        case
                          when "property" = 'o3' then "value"
                        end
                      ) as "o3",
                      max(
                        case
                          when "property" = 'so2' then "value"
                        end
                      ) as "so2",
                      max(
                        case
                          when "property" = 'co' then "value"
                        end
                      ) as "co"
                    from
                      "air_quality_hourly"
                    where
                      "is_valid" = true
                      and "property" in ('pm25', 'pm10', 'no2', 'o3', 'so2', 'co')
                    group by
                      "city",
                      "station_id",
                      "observed_at"
                  ) as "hour"
                group by
                  "city",
                  "station_id"
              ) as "series"
              cross join unnest (
                sequence(
                  date_trunc('hour', "series"."first_at"),
                  "series"."last_at",
                  interval '1' hour
                )
              ) as touched (hour)
              left join (
                select
                  "city",
                  "station_id",
                  "observed_at",
                  max(
                    case
                      when "property" = 'pm25' then "value"
                    end
                  ) as "pm25",
                  max(
                    case
                      when "property" = 'pm10' then "value"
                    end
                  ) as "pm10",
                  max(
                    case
                      when "property" = 'no2' then "value"
                    end
                  ) as "no2",
                  max(
                    case
                      when "property" = 'o3' then "value"
                    end
                  ) as "o3",
                  max(
                    case
                      when "property" = 'so2' then "value"
                    end
                  ) as "so2",
                  max(
                    case
                      when "property" = 'co' then "value"
                    end
                  ) as "co"
                from
                  "air_quality_hourly"
                where
                  "is_valid" = true
                  and "property" in ('pm25', 'pm10', 'no2', 'o3', 'so2', 'co')
                group by
                  "city",
                  "station_id",
                  "observed_at"
              ) as "hour" on "hour"."city" = "series"."city"
              and "hour"."station_id" = "series"."station_id"
              and "hour"."observed_at" = "touched"."hour"
          ) as "clock"
      ) as "hour"
  ) as "hour"
where
  (
    "pm25" is not null
    or "pm10" is not null
    or "no2" is not null
    or "o3" is not null
    or "so2" is not null
    or "co" is not null
  )
order by
  "city",
  "station_id",
  "observed_at"
